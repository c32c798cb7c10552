// Many people in few groups: all who share the same history with a business are counted together.

import { type Warmth, warmthOf } from '../reputation/odds.ts';

/** People with one and the same history; days count from the first day of the play. */
export interface Group {
  /** Day on which they last wrote; -Infinity: never. */
  wroteOn: number;
  /** Days of the last week on which they got a template, oldest first. */
  gotOn: readonly number[];
  /** Day of the last template of all; -Infinity: never. */
  lastGotOn: number;
  unanswered: number;
  /** Wrote STOP, and the business keeps no list of such wishes. */
  saidStop: boolean;
  people: number;
}

export interface Mix {
  recent: number;
  cooled: number;
  stranger: number;
}

const WEEK = 7;
const MOST_UNANSWERED = 8;

export class Population {
  #groups = new Map<string, Group>();

  /** `mix` says how many of each; who wrote lately did so spread over the last 28 days. */
  constructor(mix: Mix) {
    const fresh = { gotOn: [], lastGotOn: Number.NEGATIVE_INFINITY, unanswered: 0, saidStop: false };
    for (let part = 0; part < 4; part++) {
      const people = Math.floor((mix.recent + part) / 4);
      this.add({ ...fresh, wroteOn: -3 - 7 * part, people });
    }
    this.add({ ...fresh, wroteOn: -120, people: mix.cooled });
    this.add({ ...fresh, wroteOn: Number.NEGATIVE_INFINITY, people: mix.stranger });
  }

  get size(): number {
    let size = 0;
    for (const { people } of this.#groups.values()) size += people;
    return size;
  }

  groups(): Group[] {
    return [...this.#groups.values()].filter(({ people }) => people > 0);
  }

  /** Adds people to those with the same history. */
  add(group: Group): void {
    if (group.people <= 0) return;
    const whole = { ...group, unanswered: Math.min(group.unanswered, MOST_UNANSWERED) };
    const key = `${whole.wroteOn} ${whole.gotOn.join(',')} ${whole.lastGotOn} ${whole.unanswered} ${whole.saidStop}`;
    const known = this.#groups.get(key);
    if (known) known.people += whole.people;
    else this.#groups.set(key, whole);
  }

  /** Takes people out of a group, to be added again with a longer history. */
  take(group: Group, people: number): Group {
    const taken = Math.min(people, group.people);
    group.people -= taken;
    return { ...group, people: taken };
  }

  /** Lets the days pass: what is older than a week is forgotten, and histories that have become alike are merged. */
  turnTo(day: number): void {
    const before = this.groups();
    this.#groups.clear();
    for (const group of before) {
      const gotOn = group.gotOn.filter((one) => one > day - WEEK);
      const lastGotOn = group.lastGotOn < day - 90 ? Number.NEGATIVE_INFINITY : group.lastGotOn;
      this.add({ ...group, gotOn, lastGotOn });
    }
  }
}

const DAY = 86_400_000;

export function warmthOn(day: number, group: Group): Warmth {
  return warmthOf(group.wroteOn * DAY, day * DAY);
}
