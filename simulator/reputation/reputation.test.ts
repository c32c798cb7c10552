// The pure model of quality: what people do, what a week of it means, and what follows from that.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice } from '../world/dice.ts';
import { limitOf, limitWhileRed, nextTier } from './messaging-limit.ts';
import { type Approach, oddsOf, warmthOf } from './odds.ts';
import { badShare, type DayOfSignals, note, numberRules, ratingOf } from './quality-week.ts';
import { howMany } from './sampling.ts';
import { offersWayOut, spamminessOf } from './spamminess.ts';
import { GOOD_STANDING, nextStanding, type Standing } from './standing.ts';

const DAY = 86_400_000;
const usual = { read: 0.8, replied: 0.06, optedOut: 0.008, muted: 0.006, blocked: 0.003, reported: 0.0006 };
const decent: Approach = {
  warmth: 'cooled',
  spamminess: 0,
  lastWeek: 0,
  unanswered: 0,
  optOutOffered: true,
  kind: 'marketing',
};

describe('people', () => {
  const approaches = fc.record({
    warmth: fc.constantFrom('recent' as const, 'cooled' as const, 'stranger' as const),
    spamminess: fc.double({ min: 0, max: 1, noNaN: true }),
    lastWeek: fc.nat(20),
    unanswered: fc.nat(20),
    optOutOffered: fc.boolean(),
    kind: fc.constantFrom('marketing' as const, 'utility' as const, 'authentication' as const),
  });

  it('never do more than everything at once, whatever meets them', () => {
    fc.assert(
      fc.property(approaches, (approach) => {
        const odds = oddsOf(usual, approach);
        for (const share of Object.values(odds)) expect(share >= 0 && share <= 1).toBe(true);
        const all = odds.blocked + odds.reported + odds.optedOut + odds.replied + odds.muted;
        // Sums of shares leave dust behind the point.
        expect(all).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it.each<[string, Partial<Approach>]>([
    ['a stranger', { warmth: 'stranger' }],
    ['spam', { spamminess: 0.5 }],
    ['the third message in a week', { lastWeek: 2 }],
    ['no way out', { optOutOffered: false }],
    ['a fourth message without an answer', { unanswered: 3 }],
  ])('block and report more: %s', (_what, change) => {
    const [before, after] = [oddsOf(usual, decent), oddsOf(usual, { ...decent, ...change })];
    expect(after.blocked).toBeGreaterThan(1.2 * before.blocked);
    expect(after.reported).toBeGreaterThan(1.2 * before.reported);
  });

  it('leave rather than block where leaving is easy', () => {
    const without = oddsOf(usual, { ...decent, optOutOffered: false });
    expect(without.optedOut).toBeLessThan(oddsOf(usual, decent).optedOut);
  });

  it('are warm for 30 days', () => {
    expect(warmthOf(Number.NEGATIVE_INFINITY, 0)).toBe('stranger');
    expect([warmthOf(0, 30 * DAY), warmthOf(0, 30 * DAY + 1)]).toEqual(['recent', 'cooled']);
  });
});

describe('a text', () => {
  it('is judged in three languages', () => {
    expect(
      spamminessOf('Ciao Ada, il tuo tavolo per sabato alle 20 è confermato. A presto, Bottega Aurora'),
    ).toBe(0);
    expect(spamminessOf('HAI VINTO!!! Clicca qui: bit.ly/x 🎉🎉🎉🎉 SOLO OGGI -50%')).toBeGreaterThan(0.8);
    expect(spamminessOf('¡¡Última oportunidad!! Haz clic y gana dinero')).toBeGreaterThan(0.5);
    expect(spamminessOf('The best offer: 20% off, only today!')).toBeGreaterThan(0.4);
  });

  it('offers a way out by button or words', () => {
    expect(offersWayOut('Novità in negozio', ['Scopri', 'Cancella iscrizione'])).toBe(true);
    expect(offersWayOut('News. Reply STOP to hear no more.', [])).toBe(true);
    expect(offersWayOut('News', ['Shop'])).toBe(false);
  });
});

describe('a week of signals', () => {
  const week = (...days: [day: number, delivered: number, blocked: number][]): DayOfSignals[] =>
    days.map(([day, delivered, blocked]) => ({ day, delivered, blocked, muted: 0, reported: 0 }));

  it('turns YELLOW, then RED, and forgets', () => {
    const rate = (blocked: number, day = 0, before = 'GREEN') =>
      ratingOf(week([0, 1_000, blocked]), day * DAY, before, numberRules);
    expect([rate(0), rate(30), rate(60)]).toEqual(['GREEN', 'YELLOW', 'RED']);
    expect(rate(60, 7, 'RED')).toBe('GREEN');
  });

  it('rises again only well below the threshold', () => {
    const almost = week([0, 1_000, 38]);
    expect(badShare(almost, 0, numberRules)).toBeLessThan(numberRules.red);
    expect([ratingOf(almost, 0, 'GREEN', numberRules), ratingOf(almost, 0, 'RED', numberRules)]).toEqual([
      'YELLOW',
      'RED',
    ]);
  });

  it('weighs today more than six days ago', () => {
    const of = (day: number) => badShare(week([day, 1_000, 20], [6, 1_000, 0]), 6 * DAY, numberRules);
    expect(of(5)).toBeGreaterThan(of(0));
  });

  it('keeps seven days', () => {
    const kept: DayOfSignals[] = [];
    for (let day = 0; day < 30; day++) note(kept, day * DAY, 'delivered', 10);
    expect(kept.map(({ day }) => day)).toEqual([23, 24, 25, 26, 27, 28, 29]);
  });
});

describe('limits', () => {
  const good = { quality: 'GREEN' as const, reachedInWeek: 0, reachedInMonth: 0, verified: false };
  it('rise one step at a time, by half use and good quality', () => {
    expect(nextTier('TIER_250', { ...good, reachedInMonth: 1_999 })).toBe('TIER_250');
    expect(nextTier('TIER_250', { ...good, reachedInMonth: 2_000 })).toBe('TIER_2K');
    expect(nextTier('TIER_250', { ...good, verified: true })).toBe('TIER_2K');
    expect(nextTier('TIER_2K', { ...good, reachedInWeek: 1_000 })).toBe('TIER_10K');
    expect(nextTier('TIER_2K', { ...good, quality: 'YELLOW', reachedInWeek: 2_000 })).toBe('TIER_2K');
    expect(nextTier('TIER_UNLIMITED', { ...good, reachedInWeek: 1e9 })).toBe('TIER_UNLIMITED');
    expect([limitOf('TIER_10K'), limitOf('strange'), limitWhileRed(10_000)]).toEqual([
      10_000,
      Infinity,
      1_000,
    ]);
  });
});

describe('standing', () => {
  const badDay = {
    quality: 'RED' as const,
    badShare: 0.06,
    startedToday: 1_000,
    busiestBefore: 1_000,
    deliveredInWeek: 3_000,
  };

  it('goes from warning to restriction to ban for who does not stop', () => {
    let standing: Standing = GOOD_STANDING;
    const told: string[] = [];
    for (let day = 0; day < 30; day++) {
      const startedToday = standing.restrictedUntil === undefined ? 1_000 : 0;
      const [next, sanctions] = nextStanding(standing, { ...badDay, startedToday, at: day * DAY }, 0);
      standing = next;
      told.push(...sanctions);
    }
    const round = ['violation', 'restricted', 'free-again'];
    expect(told).toEqual([...round, ...round, ...round, 'violation', 'ban-scheduled', 'banned']);
    expect(standing.banned).toBe(true);
  });

  it('is safe for who stops at low quality, and for good quality', () => {
    for (const conduct of [
      { ...badDay, startedToday: 0 },
      { ...badDay, quality: 'GREEN' as const, badShare: 0.01 },
    ]) {
      expect(nextStanding(GOOD_STANDING, { ...conduct, at: 0 }, 0)).toEqual([GOOD_STANDING, []]);
    }
  });

  it('forgets a strike after 30 quiet days', () => {
    const [standing] = nextStanding(
      { strikes: 2, strikeAt: 0, banned: false },
      { ...badDay, startedToday: 0, at: 30 * DAY },
      1,
    );
    expect(standing.strikes).toBe(1);
  });
});

it('samples in bulk like rolling one by one', () => {
  const dice = new Dice(7);
  for (const [people, share] of [
    [40, 0.5],
    [5_000, 0.001],
    [2_000, 0.9],
    [100_000, 0.02],
  ] as const) {
    const runs = Array.from({ length: 400 }, () => howMany(dice, people, share));
    const mean = runs.reduce((all, one) => all + one, 0) / runs.length;
    const spread = Math.sqrt(people * share * (1 - share));
    expect(Math.abs(mean - people * share)).toBeLessThan((4 * spread) / Math.sqrt(runs.length));
    expect(Math.max(...runs)).toBeLessThanOrEqual(people);
    const variance = runs.reduce((all, one) => all + (one - mean) ** 2, 0) / runs.length;
    expect(Math.sqrt(variance) / spread).toBeGreaterThan(0.85);
    expect(Math.sqrt(variance) / spread).toBeLessThan(1.15);
  }
  expect([howMany(dice, 10, 0), howMany(dice, 10, 1), howMany(dice, 0, 0.5)]).toEqual([0, 10, 0]);
});
