// Chance with a seed, so that the same calls lead to the same fate.

import type { Spread } from './settings.ts';

export class Dice {
  #state = 1;

  constructor(seed: number) {
    this.reseed(seed);
  }

  reseed(seed: number): void {
    this.#state = (seed * 2_654_435_769 + 1) >>> 0;
  }

  /** A number from 0 (included) to 1 (left out). */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  happens(rate: number): boolean {
    return rate > 0 && this.roll() < rate;
  }

  /** Milliseconds within the spread, small values likelier than large ones. */
  within([from, to]: Spread): number {
    if (to <= from) return from;
    const roll = this.roll();
    return Math.round(from + (to - from) * roll * roll);
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.roll() * from.length)]!;
  }
}
