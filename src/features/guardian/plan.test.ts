// The sending plan: the seed's numbers day by day, Meta's limit above them, and what holds for every plan.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowanceOf, type Sender } from './allowance.ts';
import { QUALITIES } from './facts.ts';
import { afterDay, type PlanFacts, planWaves } from './plan.ts';
import { planParameters } from './plan-parameters.ts';
import { EXAMPLE_FACTS, NEW_SENDER } from './rules/example-facts.ts';

const p = planParameters();
const facts = (changes: Partial<PlanFacts> = {}, sender: Partial<Sender> = {}): PlanFacts => ({
  firstDay: '2026-11-23',
  audience: { warm: 600, known: 2_400, cold: 9_000 },
  sender: { ...NEW_SENDER, base: 20_000, ...sender },
  usedToday: 0,
  bulkToday: 0,
  ...changes,
});
const sizes = (plan: { waves: { people: number }[] }) => plan.waves.map((wave) => wave.people);

describe('the plan of a new number', () => {
  const plan = planWaves(facts(), p);

  it('begins with a week of 250, the warmest first', () => {
    expect(sizes(plan).slice(0, 7)).toEqual([250, 250, 250, 250, 250, 250, 250]);
    expect(plan.waves[0]).toMatchObject({
      day: '2026-11-23',
      warm: 250,
      known: 0,
      cold: 0,
      stage: 'first_week',
    });
    expect(plan.waves[2]).toMatchObject({ warm: 100, known: 150, cold: 0 });
  });

  it('goes on with 500 until the first pass is over, then with 1,000, and says when it ends', () => {
    expect(plan.waves[7]).toMatchObject({ people: 500, stage: 'first_weeks' });
    const grown = plan.waves.findIndex((wave) => wave.stage === 'grown');
    expect(
      sizes(plan)
        .slice(0, grown)
        .reduce((a, b) => a + b),
    ).toBeGreaterThanOrEqual(5_000);
    expect(plan.waves[grown]!.people).toBe(1_000);
    expect(sizes(plan).reduce((a, b) => a + b)).toBe(12_000);
    expect(plan.finishesOn).toBe(plan.waves.at(-1)!.day);
  });

  it('sends fewer a day when nobody among them is warm', () => {
    const cold = planWaves(facts({ audience: { warm: 0, known: 0, cold: 1_000 } }), p);
    expect(sizes(cold)[0]).toBe(150);
  });
});

describe('what decides the size', () => {
  it('is Meta’s limit where it is lower', () => {
    const plan = planWaves(facts({}, { sendDays: 20, daysSinceFirst: 25, reached: 6_000, limit: 400 }), p);
    expect(plan.waves[0]).toMatchObject({ people: 400, bound: 'limit', stage: 'grown' });
  });

  it('is Meta’s limit where it is higher and the number has proven itself, doubling from day to day', () => {
    const sender = { ...EXAMPLE_FACTS.sender, limit: 10_000, busiestDay: 1_500 };
    const plan = planWaves(facts({ sender, audience: { warm: 30_000, known: 0, cold: 0 } }), p);
    expect(sizes(plan)).toEqual([3_000, 6_000, 10_000, 10_000, 1_000]);
  });

  it('takes off what was sent today', () => {
    const plan = planWaves(facts({ bulkToday: 100 }), p);
    expect(sizes(plan).slice(0, 2)).toEqual([150, 250]);
  });

  it('waits for the end of a stop, and is small after it', () => {
    const plan = planWaves(facts({}, { sendDays: 20, stoppedDays: 5, recoveryDays: 35, daysSinceLow: 2 }), p);
    expect(plan.waves[0]).toMatchObject({ day: '2026-11-28', people: 250, stage: 'recovering' });
  });

  it('never ends for a banned number or a low one', () => {
    expect(planWaves(facts({}, { banned: true }), p)).toEqual({ waves: [], finishesOn: null });
    expect(planWaves(facts({}, { quality: 'low' }), p).finishesOn).toBeNull();
  });

  it('is a stage lower at medium quality', () => {
    const grown = { ...NEW_SENDER, sendDays: 20, daysSinceFirst: 25, reached: 6_000, base: 20_000 };
    expect(allowanceOf(grown, p).people).toBe(1_000);
    expect(allowanceOf({ ...grown, quality: 'medium' }, p).people).toBe(500);
  });
});

it('holds for every sender: nobody twice, nobody lost, never above the limit or the stage, warm before cold', () => {
  const people = fc.integer({ min: 0, max: 30_000 });
  const audience = fc.record({ warm: people, known: people, cold: people });
  const sender: fc.Arbitrary<Sender> = fc.record({
    sendDays: fc.integer({ min: 0, max: 100 }),
    daysSinceFirst: fc.integer({ min: 0, max: 300 }),
    busiestDay: people,
    reached: people,
    base: people,
    quality: fc.constantFrom(...QUALITIES),
    daysSinceLow: fc.option(fc.integer({ min: 0, max: 60 })),
    stoppedDays: fc.integer({ min: 0, max: 7 }),
    recoveryDays: fc.integer({ min: 0, max: 37 }),
    banned: fc.boolean(),
    limit: fc.option(fc.constantFrom(0, 50, 250, 2_000, 10_000, 100_000)),
    declaredProven: fc.boolean(),
  });
  fc.assert(
    fc.property(audience, sender, (all, start) => {
      const total = all.warm + all.known + all.cold;
      const plan = planWaves(facts({ audience: all, sender: start }), p);
      const sent = plan.waves.reduce((sum, wave) => sum + wave.people, 0);
      if (plan.finishesOn !== null) expect(sent).toBe(total);
      else expect(sent).toBeLessThan(total);
      let now = start;
      let at = Date.parse('2026-11-23T00:00:00Z');
      let coldSeen = 0;
      for (const wave of plan.waves) {
        for (; at < Date.parse(wave.day); at += 86_400_000) now = afterDay(now, 0);
        const most = allowanceOf(now, p).people;
        if (most !== null) expect(wave.people).toBeLessThanOrEqual(most);
        if (start.limit !== null) expect(wave.people).toBeLessThanOrEqual(start.limit);
        expect(wave.warm + wave.known + wave.cold).toBe(wave.people);
        if (coldSeen > 0) expect(wave.warm + wave.known).toBe(0);
        coldSeen += wave.cold;
        now = afterDay(now, wave.people);
        at += 86_400_000;
      }
    }),
    { numRuns: 60 },
  );
});
