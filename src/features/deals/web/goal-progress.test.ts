// How far goals are reached, alone and together.
import { expect, it } from 'vitest';
import type { Goal } from '#features/deals/deal-report.contract.ts';
import { progressOf, progressOfAll } from './goal-progress.ts';

const goal = (worth: number | null, won: number, weighted: number): Goal => ({
  owner: { userId: '019a0000-0000-7000-8000-000000000001', name: 'Giulia' },
  goal: { amount: 1_000, currency: 'USD', worth },
  won,
  weighted,
});

it('is what was won of the goal, and what open deals may add to it', () => {
  expect(progressOf(goal(1_000, 250, 500))).toMatchObject({ wonPercent: 25, weightedPercent: 50 });
});

it('never leaves the bar', () => {
  expect(progressOf(goal(1_000, 900, 500))).toMatchObject({ wonPercent: 90, weightedPercent: 10 });
  expect(progressOf(goal(1_000, 1_500, 500))).toMatchObject({ wonPercent: 100, weightedPercent: 0 });
  expect(progressOf(goal(0, 0, 0))).toMatchObject({ wonPercent: 100, weightedPercent: 0 });
});

it('compares nothing without a goal or without a rate for its currency', () => {
  const none = { goal: null, wonPercent: 0, weightedPercent: 0 };
  expect(progressOf({ ...goal(1, 250, 500), goal: null })).toMatchObject({ ...none, won: 250 });
  expect(progressOf(goal(null, 250, 500))).toMatchObject(none);
});

it('adds up all goals that can be compared', () => {
  const withoutGoal = { ...goal(1, 100, 0), goal: null };
  expect(progressOfAll([goal(1_000, 200, 100), withoutGoal, goal(null, 999, 999)])).toMatchObject({
    ...{ goal: 1_000, won: 300, weighted: 100, wonPercent: 30, weightedPercent: 10 },
  });
  expect(progressOfAll([withoutGoal])).toMatchObject({ goal: null, won: 100 });
});
