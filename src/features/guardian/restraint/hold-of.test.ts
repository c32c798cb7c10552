// The promises of restraint, for any history.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Caps, holdOf } from './hold-of.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-05-01T10:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);
const caps: Caps = { perDay: 2, perWeek: 4, silenceDays: 15, firstSilenceDays: 45 };
const wrote = { lastInboundAt: NOW };

describe('restraint', () => {
  it('lets whoever got nothing, or answered, have the next message', () => {
    expect(holdOf({ messages: [], lastInboundAt: null }, caps, NOW)).toBeNull();
    expect(holdOf({ messages: [ago(3)], lastInboundAt: ago(2) }, caps, NOW)).toBeNull();
    expect(holdOf({ messages: [ago(16)], lastInboundAt: ago(20) }, caps, NOW)).toBeNull();
    expect(holdOf({ messages: [ago(46)], lastInboundAt: null }, caps, NOW)).toBeNull();
  });

  it('waits for an answer, or for the days of silence', () => {
    expect(holdOf({ messages: [ago(3)], lastInboundAt: null }, caps, NOW)).toEqual({
      reason: 'unanswered_first',
      until: ago(-42),
    });
    expect(holdOf({ messages: [ago(3)], lastInboundAt: ago(4) }, caps, NOW)?.reason).toBe('unanswered');
  });

  it('keeps the caps, also for who answers', () => {
    expect(holdOf({ messages: [ago(0.2), ago(0.5)], ...wrote }, caps, NOW)).toEqual({
      reason: 'daily_cap',
      until: ago(-0.5),
    });
    expect(holdOf({ messages: [ago(1.5), ago(2), ago(3), ago(6)], ...wrote }, caps, NOW)).toEqual({
      reason: 'weekly_cap',
      until: ago(-1),
    });
  });

  const days = fc.double({ min: 0, max: 20, noNaN: true });
  const anyCaps = fc.record({
    perDay: fc.integer({ min: 1, max: 5 }),
    perWeek: fc.integer({ min: 1, max: 14 }),
    silenceDays: fc.integer({ min: 10, max: 60 }),
    firstSilenceDays: fc.integer({ min: 10, max: 90 }),
  });

  it('never lets more through than the caps, whoever asks whenever', () => {
    fc.assert(
      fc.property(anyCaps, fc.array(days, { maxLength: 60 }), fc.boolean(), (own, asks, answers) => {
        const sent: Date[] = [];
        for (const at of asks.toSorted((a, b) => a - b).map((day) => new Date(NOW.getTime() + day * DAY))) {
          const lastInboundAt = answers ? at : null;
          if (!holdOf({ messages: sent, lastInboundAt }, own, at)) sent.push(at);
        }
        const most = (span: number) =>
          Math.max(0, ...sent.map((end) => sent.filter((at) => at <= end && +at > +end - span).length));
        expect(most(DAY)).toBeLessThanOrEqual(own.perDay);
        expect(most(7 * DAY)).toBeLessThanOrEqual(own.perWeek);
        if (!answers) expect(most(own.silenceDays * DAY)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is over when it says', () => {
    fc.assert(
      fc.property(anyCaps, fc.array(days, { maxLength: 20 }), fc.option(days), (own, messages, inbound) => {
        const lately = { messages: messages.map(ago), lastInboundAt: inbound === null ? null : ago(inbound) };
        const hold = holdOf(lately, own, NOW);
        if (hold) expect(holdOf(lately, own, hold.until)).toBeNull();
      }),
    );
  });
});
