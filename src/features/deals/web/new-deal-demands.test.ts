// What a new deal must have follows the stage that is chosen for it.
import { describe, expect, it } from 'vitest';
import { demandsOf, type Given, lackingOf } from './new-deal-demands.ts';

const nothing: Given = {
  contacts: [],
  title: '',
  amount: null,
  closeDate: '',
  reference: '',
  lostReasonId: null,
};
const open = { kind: 'open' as const, requiredFields: ['reference' as const] };
const won = { kind: 'won' as const, requiredFields: ['closeDate' as const, 'amount' as const] };
const lost = { kind: 'lost' as const, requiredFields: ['lostReason' as const] };

describe('what a new deal must have', () => {
  it('is what the workspace demands of all, and what the stage demands besides', () => {
    expect([...demandsOf(['amount'], open)]).toEqual([
      ['amount', 'all'],
      ['reference', 'stage'],
    ]);
    expect(demandsOf(['reference'], open).get('reference')).toBe('stage');
    expect([...demandsOf(['amount'], undefined)]).toEqual([['amount', 'all']]);
  });

  it('is no day where the deal closes at once, and a reason only in Lost', () => {
    expect([...demandsOf(['closeDate'], won).keys()]).toEqual(['amount']);
    expect(demandsOf(['closeDate'], open).has('closeDate')).toBe(true);
    expect([...demandsOf([], lost).keys()]).toEqual(['lostReason']);
    expect(demandsOf([], { ...open, requiredFields: ['lostReason'] }).size).toBe(0);
  });

  it('is told all at once', () => {
    const demands = demandsOf(['amount', 'closeDate'], open);
    expect(lackingOf(nothing, demands)).toEqual({
      contacts: true,
      amount: 'all',
      closeDate: 'all',
      reference: 'stage',
    });
    const given = {
      ...nothing,
      contacts: [{}],
      title: ' ',
      amount: 0,
      closeDate: '2026-11-22',
      reference: 'A1',
    };
    expect(lackingOf(given, demands)).toEqual({ title: true });
    // What is no amount is said where it was typed.
    expect(lackingOf({ ...given, title: 'Umbrellas', amount: undefined }, demands)).toEqual({});
  });
});
