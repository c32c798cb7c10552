// The steps of a plan in words.
import { expect, it } from 'vitest';
import { stepsOf } from './plan-steps.ts';

const plan = (...sizes: number[]) => sizes.map((people, at) => ({ day: `2026-12-0${at + 1}`, people }));
const sizes = (...of: number[]) => stepsOf(plan(...of)).map(({ people }) => people);

it('are the days on which the size changes, without the rest of the last day', () => {
  expect(sizes(250, 250, 500, 500, 120)).toEqual([250, 500]);
  expect(stepsOf(plan(250, 250, 500))[1]).toEqual({ day: '2026-12-03', people: 500 });
  expect(sizes(40)).toEqual([40]);
  expect(sizes()).toEqual([]);
});

it('stay few where every day differs', () => {
  expect(sizes(1, 2, 3, 4, 5, 6, 7, 8)).toEqual([1, 4, 5, 6, 7, 8]);
});
