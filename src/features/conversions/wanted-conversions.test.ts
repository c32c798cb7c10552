// What of a deal is told to Meta, and of whom.
import { describe, expect, it } from 'vitest';
import type { DealNews, Person } from './conversions.types.ts';
import { conversionsOf, leftOut, wantedOf } from './wanted-conversions.ts';

const at = new Date('2026-03-12T15:20:00Z');
type Change = Partial<Omit<DealNews, 'deal'>> & { deal?: Partial<DealNews['deal']> };
const news = (name: string, { deal, ...more }: Change = {}): DealNews => ({
  dealId: 'deal',
  name,
  at,
  contactId: null,
  change: null,
  wasWon: false,
  ...more,
  deal: { contactIds: ['a', 'b'], amount: 500, currency: 'EUR', closedAt: null, probability: 40, ...deal },
});
const kinds = (one: DealNews) => wantedOf(one).map(({ kind, contactIds }) => [kind, ...contactIds]);

describe('what is told', () => {
  it('Lead – contact associated with a deal', () => {
    expect(kinds(news('deal.created'))).toEqual([['lead', 'a', 'b']]);
    expect(kinds(news('deal.contact_added', { contactId: 'c' }))).toEqual([['lead', 'c']]);
  });

  it('ViewContent – deal activity or updates', () => {
    expect(kinds(news('deal.updated'))).toEqual([['view', 'a', 'b']]);
    for (const change of ['planned', 'changed', 'done', 'reopened'])
      expect(kinds(news('deal.activity_changed', { change }))).toEqual([['view', 'a', 'b']]);
    expect(kinds(news('deal.activity_changed', { change: 'deleted' }))).toEqual([]);
    expect(kinds(news('deal.updated', { deal: { contactIds: [] } }))).toEqual([]);
  });

  it('Purchase – deal moved to a stage with 100% probability (Won), when it was won, and no view besides', () => {
    const closedAt = '2026-03-12T14:00:00.000Z';
    const [won, ...rest] = wantedOf(news('deal.updated', { deal: { probability: 100, closedAt } }));
    expect(won).toMatchObject({ kind: 'purchase', at: new Date(closedAt), amount: 500, currency: 'EUR' });
    expect(rest).toEqual([]);
    expect(kinds(news('deal.created', { deal: { probability: 100 } }))).toEqual([
      ['lead', 'a', 'b'],
      ['purchase', 'a', 'b'],
    ]);
    expect(kinds(news('deal.activity_changed', { change: 'done', deal: { probability: 100 } }))).toEqual([]);
  });

  it('tells of a deal that was won before only the sale that was left out then', () => {
    const deal = { probability: 100 };
    expect(wantedOf(news('deal.updated', { deal, wasWon: true }))).toMatchObject([{ onlyAgain: true }]);
    expect(wantedOf(news('deal.updated', { deal }))).toMatchObject([{ onlyAgain: false }]);
    expect(wantedOf(news('deal.updated', { wasWon: true }))).toMatchObject([
      { kind: 'view', onlyAgain: false },
    ]);
  });

  it('If a deal is moved to Lost, a ViewContent event is sent instead', () => {
    expect(kinds(news('deal.updated', { deal: { probability: 0 } }))).toEqual([['view', 'a', 'b']]);
  });

  it('says nothing of a deal that was won longer ago than Meta takes', () => {
    const deal = { probability: 100, closedAt: '2026-03-05T15:00:00.000Z' };
    expect(kinds(news('deal.updated', { deal }))).toEqual([]);
  });
});

describe('of whom', () => {
  const anna: Person = {
    phone: '+393331112233',
    email: null,
    clickId: null,
    consent: 'subscribed',
    blocked: false,
  };
  const bought = { kind: 'purchase' as const, amount: 500, currency: 'EUR' };
  const strict = { subscribedOnly: true };

  it('nobody who is blocked, unsubscribed, without consent where it is asked for, or not to be found', () => {
    expect(leftOut(bought, anna, strict)).toBeNull();
    expect(leftOut(bought, { ...anna, blocked: true }, strict)).toBe('blocked');
    expect(leftOut(bought, { ...anna, consent: 'unsubscribed' }, { subscribedOnly: false })).toBe(
      'unsubscribed',
    );
    const undeclared = { ...anna, consent: 'not_declared' as const };
    expect(leftOut(bought, undeclared, strict)).toBe('consent_missing');
    expect(leftOut(bought, undeclared, { subscribedOnly: false })).toBeNull();
    expect(leftOut(bought, { ...anna, phone: null }, strict)).toBe('unmatched');
    expect(leftOut(bought, { ...anna, phone: null, clickId: 'AR1' }, strict)).toBeNull();
    expect(leftOut({ ...bought, amount: null }, anna, strict)).toBe('amount_missing');
  });

  it('a purchase once, of the first of whom it may be told; a lead of each', () => {
    const people = new Map([
      ['a', { ...anna, blocked: true }],
      ['b', anna],
      ['c', anna],
    ]);
    const wanted = {
      dealId: 'deal',
      at,
      contactIds: ['gone', 'a', 'b', 'c'],
      amount: 500,
      currency: 'EUR',
      onlyAgain: false,
    };
    expect(conversionsOf({ ...wanted, kind: 'purchase' }, people, strict)).toMatchObject([
      { contactId: 'b', amount: 500, leftOut: null },
    ]);
    expect(conversionsOf({ ...wanted, kind: 'lead' }, people, strict)).toMatchObject([
      { contactId: 'a', leftOut: 'blocked', amount: null },
      { contactId: 'b', leftOut: null },
      { contactId: 'c', leftOut: null },
    ]);
    expect(conversionsOf({ ...wanted, kind: 'purchase', contactIds: ['a'] }, people, strict)).toMatchObject([
      { contactId: 'a', leftOut: 'blocked' },
    ]);
    expect(conversionsOf({ ...wanted, kind: 'purchase', contactIds: ['gone'] }, people, strict)).toEqual([]);
  });
});
