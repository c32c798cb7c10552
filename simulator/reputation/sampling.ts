// Chance in bulk: how many of many, in one draw instead of one roll each. Pure but for the dice.

import type { Dice } from '../world/dice.ts';

/**
 * How many of `people` something with the chance `share` happens to. Exact for rare events (it jumps from one to the
 * next), and from 30 expected ones on the normal approximation.
 */
export function howMany(dice: Dice, people: number, share: number): number {
  if (people <= 0 || share <= 0) return 0;
  if (share >= 1) return people;
  if (share > 0.5) return people - howMany(dice, people, 1 - share);
  const expected = people * share;
  if (expected < 30) {
    const log = Math.log1p(-share);
    let happened = 0;
    for (let at = jump(dice, log); at <= people; at += jump(dice, log)) happened++;
    return happened;
  }
  const spread = Math.sqrt(expected * (1 - share));
  const normal = Math.sqrt(-2 * Math.log(1 - dice.roll())) * Math.cos(2 * Math.PI * dice.roll());
  return Math.min(people, Math.max(0, Math.round(expected + spread * normal)));
}

/** Rolls until the next one that happens, itself included. */
function jump(dice: Dice, log: number): number {
  return Math.floor(Math.log(1 - dice.roll()) / log) + 1;
}
