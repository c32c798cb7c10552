// What of a deal is told to Meta, and of whom.
import { describe, expect, it } from 'vitest';
import type { DealNews, Person } from './conversions.types.ts';
import { conversionsOf, leftOut, wantedOf } from './wanted-conversions.ts';

const at = new Date('2026-03-12T15:20:00Z');
const enabledSince = new Date('2026-03-01T00:00:00Z');
const now = { contactIds: ['a', 'b'], amount: 500, currency: 'EUR', probability: 40 };
type Change = Partial<Omit<DealNews, 'stood' | 'now'>> & {
  stood?: Partial<DealNews['stood']> | null;
  now?: Partial<DealNews['now']>;
};
const news = (name: string, { stood, now: changed, ...more }: Change = {}): DealNews => ({
  ...{ dealId: 'deal', name, at, contactId: null, change: null, wasLost: false },
  ...more,
  stood: stood === null ? null : { contactIds: ['a', 'b'], closedAt: null, probability: 40, ...stood },
  now: { ...now, ...changed },
});
const wanted = (one: DealNews) => wantedOf(one, enabledSince);
const kinds = (one: DealNews) => wanted(one).map(({ kind, contactIds }) => [kind, ...contactIds]);

describe('what is told', () => {
  it('Lead – contact associated with a deal', () => {
    expect(kinds(news('deal.created'))).toEqual([['lead', 'a', 'b']]);
    expect(kinds(news('deal.contact_added', { contactId: 'c' }))).toEqual([['lead', 'c']]);
  });

  it('ViewContent – deal activity or updates', () => {
    expect(kinds(news('deal.updated'))).toEqual([['view', 'a', 'b']]);
    for (const change of ['planned', 'changed', 'done', 'reopened'])
      expect(kinds(news('deal.activity_changed', { change, stood: null }))).toEqual([['view', 'a', 'b']]);
    expect(kinds(news('deal.activity_changed', { change: 'deleted', stood: null }))).toEqual([]);
    expect(kinds(news('deal.updated', { stood: { contactIds: [] } }))).toEqual([]);
  });

  it('Purchase – deal moved to a stage with 100% probability (Won), when it was won, and no view besides', () => {
    const closedAt = new Date('2026-03-12T14:00:00Z');
    const [won, ...rest] = wanted(news('deal.updated', { stood: { probability: 100, closedAt } }));
    expect(won).toMatchObject({ kind: 'purchase', at: closedAt, amount: 500, currency: 'EUR' });
    expect(rest).toEqual([]);
    expect(kinds(news('deal.created', { stood: { probability: 100 } }))).toEqual([
      ['lead', 'a', 'b'],
      ['purchase', 'a', 'b'],
    ]);
    const done = { change: 'done', stood: null };
    expect(kinds(news('deal.activity_changed', { ...done, now: { probability: 100 } }))).toEqual([]);
  });

  it('a purchase is told as the deal is by now, whatever the news said', () => {
    const stood = { probability: 100, contactIds: ['a'] };
    const [won] = wanted(news('deal.updated', { stood, now: { contactIds: ['c'], amount: 700 } }));
    expect(won).toMatchObject({ contactIds: ['c'], amount: 700 });
    expect(wanted(news('deal.updated', { stood, now: { contactIds: [] } }))).toEqual([]);
  });

  it('a deal that was closed before conversions were on is no sale', () => {
    const closed = (closedAt: Date) => kinds(news('deal.updated', { stood: { probability: 100, closedAt } }));
    const own = new Date(at.getTime() - 86_400_000);
    expect(wantedOf(news('deal.updated', { stood: { probability: 100, closedAt: own } }), at)).toEqual([]);
    expect(closed(own)).toEqual([['purchase', 'a', 'b']]);
  });

  it('If a deal is moved to Lost, a ViewContent event is sent instead', () => {
    const stood = { probability: 0 };
    expect(kinds(news('deal.updated', { stood, wasLost: true }))).toEqual([['lost', 'a', 'b']]);
    expect(kinds(news('deal.updated', { stood }))).toEqual([['view', 'a', 'b']]);
  });

  it('says nothing of a deal that was won longer ago than Meta takes', () => {
    const stood = { probability: 100, closedAt: new Date('2026-03-05T15:00:00Z') };
    expect(kinds(news('deal.updated', { stood }))).toEqual([]);
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
    const sale = {
      dealId: 'deal',
      at,
      contactIds: ['gone', 'a', 'b', 'c'],
      amount: 500,
      currency: 'EUR',
    };
    expect(conversionsOf({ ...sale, kind: 'purchase' }, people, strict)).toMatchObject([
      { contactId: 'b', amount: 500, leftOut: null },
    ]);
    expect(conversionsOf({ ...sale, kind: 'lead' }, people, strict)).toMatchObject([
      { contactId: 'a', leftOut: 'blocked' },
      { contactId: 'b', leftOut: null },
      { contactId: 'c', leftOut: null },
    ]);
    expect(conversionsOf({ ...sale, kind: 'purchase', contactIds: ['a'] }, people, strict)).toMatchObject([
      { contactId: 'a', leftOut: 'blocked' },
    ]);
    expect(conversionsOf({ ...sale, kind: 'purchase', contactIds: ['gone'] }, people, strict)).toEqual([]);
  });
});
