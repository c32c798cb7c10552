// Everything that was heard of a message, packed into numbers: the time in milliseconds times 16 plus what it was; the
// code of a failure follows as a negative number. Pure.

import { HEARD } from './message-history.contract.ts';

export type HeardName = (typeof HEARD)[number];

export type Heard = { name: HeardName; at: Date; code?: number };

const ROOM = 16;

/** As it is kept; nothing is lost but what is shorter than a millisecond. */
export function packHeard(all: readonly Heard[]): number[] {
  return all.flatMap(({ name, at, code }) => {
    const word = at.getTime() * ROOM + HEARD.indexOf(name);
    return code ? [word, -Math.abs(code)] : [word];
  });
}

/** In the order in which it was heard, which need not be that of time. */
export function unpackHeard(packed: readonly number[]): Heard[] {
  const all: Heard[] = [];
  for (const word of packed) {
    const last = all.at(-1);
    if (word < 0) {
      if (last) last.code = -word;
      continue;
    }
    const name = HEARD[word % ROOM];
    if (name) all.push({ name, at: new Date(Math.floor(word / ROOM)) });
  }
  return all;
}

/** Whether the same was heard already: providers say things twice. */
export function isKnown(packed: readonly number[], heard: Heard): boolean {
  return packed.includes(packHeard([heard])[0]!);
}
