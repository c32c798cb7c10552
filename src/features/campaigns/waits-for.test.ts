// Why a campaign stands still: each reason with its time, and none while something is about to leave.
import { describe, expect, it } from 'vitest';
import { type Standing, type WaitingRow, waitsFor } from './waits-for.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const row = (changes: Partial<WaitingRow> = {}): WaitingRow => ({
  state: 'running',
  rests_until: null,
  limit_full_until: null,
  messaging_limit: 1_000,
  queued_count: 0,
  next_due_at: null,
  split: null,
  split_state: null,
  planned: false,
  local_time: null,
  ...changes,
});
const standing = (changes: Partial<Standing> = {}): Standing => ({
  now: NOW,
  first: { dueAt: new Date(0), reason: null },
  queueDueAt: null,
  ...changes,
});
const kindOf = (changes: Partial<WaitingRow>, around: Partial<Standing> = {}) =>
  waitsFor(row(changes), standing(around))?.kind ?? null;

describe('what a campaign waits for', () => {
  it('is nothing while it sends, is paused, or is about to send', () => {
    expect(kindOf({})).toBeNull();
    expect(kindOf({ state: 'paused', rests_until: later(1) })).toBeNull();
    expect(kindOf({ next_due_at: later(2) }, { queueDueAt: NOW })).toBeNull();
    expect(kindOf({ next_due_at: new Date(NOW.getTime() + 900) })).toBeNull();
  });

  it('is the number, or the limit that WhatsApp set', () => {
    expect(kindOf({ rests_until: later(1), next_due_at: later(2) })).toBe('number_rests');
    const full = row({ limit_full_until: later(3), queued_count: 5 });
    expect(waitsFor(full, standing({ queueDueAt: later(3) }))).toEqual({
      kind: 'messaging_limit',
      until: later(3).toISOString(),
      limit: 1_000,
    });
  });

  it('is the winner of a test, at a time or by somebody', () => {
    const split = { share: 10, others: [], measure: 'read' as const, waitMinutes: 60 };
    const split_state = { phase: 'waiting' as const, decidesAt: later(1).toISOString() };
    const held = { first: { dueAt: new Date('9999-12-31T00:00:00Z'), reason: null } };
    expect(waitsFor(row({ split, split_state }), standing(held))).toMatchObject({
      kind: 'winner',
      until: later(1).toISOString(),
    });
    const byHand = row({ split: { ...split, measure: 'by_hand' }, split_state });
    expect(waitsFor(byHand, standing(held))).toMatchObject({ kind: 'winner', until: null });
    expect(kindOf({ split, split_state }, { first: null })).toBeNull();
  });

  it('is what holds the person who is due first', () => {
    const next_due_at = later(5);
    const first = (reason: string | null) => ({ first: { dueAt: next_due_at, reason } });
    expect(kindOf({ next_due_at }, first('outside_hours'))).toBe('sending_hours');
    expect(kindOf({ next_due_at, planned: true }, first('weekly_cap'))).toBe('people_rest');
    expect(kindOf({ next_due_at, local_time: '2026-11-24T09:00' }, first(null))).toBe('customers_clock');
    expect(kindOf({ next_due_at, planned: true })).toBe('plan');
    expect(kindOf({ next_due_at })).toBe('day_full');
    expect(kindOf({ queued_count: 2 }, { first: null, queueDueAt: later(9) })).toBe('later');
  });
});
