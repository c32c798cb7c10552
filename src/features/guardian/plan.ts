// The sending plan: which part of an audience gets the message on which day, warmest people first. Pure.
import { type Allowance, allowanceOf, type PlanParameters, type Sender, type Stage } from './allowance.ts';
import type { Warmth } from './facts.ts';

export type PlanFacts = {
  /** First day on which it may begin, `YYYY-MM-DD` in the workspace's time zone. */
  firstDay: string;
  audience: Warmth;
  sender: Sender;
  /** On the first day already: unique people counted against Meta's limit, and people of bulk sends. */
  usedToday: number;
  bulkToday: number;
};

export type PlannedWave = Warmth & {
  day: string;
  people: number;
  stage: Stage;
  /** What decides the size: the stage's rule, Meta's limit, or that nobody else is left. */
  bound: 'rule' | 'limit' | 'rest';
  /** What the day would allow. */
  allowed: number | null;
};

export type Plan = {
  waves: PlannedWave[];
  /** Day of the last wave; null where it never ends (banned, limit 0, or beyond ten years). */
  finishesOn: string | null;
};

const MOST_DAYS = 3_650;

/** Days follow each other with the check of quality between them; the number's quality is taken to stay as it is. */
export function planWaves(facts: PlanFacts, p: PlanParameters): Plan {
  const waves: PlannedWave[] = [];
  let left = { ...facts.audience };
  let sender = { ...facts.sender };
  const step = Math.max(1, Math.ceil(p.check.hours / 24));
  let rest = 0;
  for (let offset = 0; offset < MOST_DAYS && count(left) > 0; offset++) {
    const allowance = allowanceOf(sender, p);
    const room = roomOf(allowance, offset === 0 ? facts : { usedToday: 0, bulkToday: 0 }, sender.limit);
    const wave = rest > 0 ? NOBODY : take(left, room, allowance.cold);
    const people = count(wave);
    rest = Math.max(0, rest - 1);
    if (people > 0) {
      left = { warm: left.warm - wave.warm, known: left.known - wave.known, cold: left.cold - wave.cold };
      const bound = count(left) === 0 ? 'rest' : allowance.bound === 'limit' ? 'limit' : 'rule';
      waves.push({
        day: dayAfter(facts.firstDay, offset),
        people,
        ...wave,
        stage: allowance.stage,
        bound,
        allowed: allowance.people,
      });
      rest = step - 1;
    }
    sender = afterDay(sender, people);
  }
  return { waves, finishesOn: count(left) === 0 ? (waves.at(-1)?.day ?? facts.firstDay) : null };
}

/** The sender on the next day, after bulk to `people` on this one; nothing else changes by itself. */
export function afterDay(sender: Sender, people: number): Sender {
  const began = sender.sendDays > 0 || people > 0;
  return {
    ...sender,
    sendDays: sender.sendDays + (people > 0 ? 1 : 0),
    daysSinceFirst: sender.daysSinceFirst + (began ? 1 : 0),
    busiestDay: Math.max(sender.busiestDay, people),
    reached: Math.min(Math.max(sender.base, sender.reached), sender.reached + people),
    daysSinceLow: sender.daysSinceLow === null ? null : sender.daysSinceLow + 1,
    stoppedDays: Math.max(0, sender.stoppedDays - 1),
    recoveryDays: Math.max(0, sender.recoveryDays - 1),
  };
}

const NOBODY: Warmth = { warm: 0, known: 0, cold: 0 };

/** People for whom there is room, on a day on which some were reached already. */
export function roomOf(
  allowance: Allowance,
  today: { usedToday: number; bulkToday: number },
  limit: number | null,
): number {
  const byStage = allowance.people === null ? Number.POSITIVE_INFINITY : allowance.people - today.bulkToday;
  const byLimit = limit === null ? Number.POSITIVE_INFINITY : limit - today.usedToday;
  return Math.max(0, Math.min(byStage, byLimit));
}

/** The warmest first; `cold` bounds the people who never had to do with the business. */
function take(left: Warmth, room: number, cold: number | null): Warmth {
  const warm = Math.min(left.warm, room);
  const known = Math.min(left.known, room - warm);
  // On a day that has warmer people, cold ones only fill it up to their own bound.
  const forCold = Math.max(0, Math.min(room, cold ?? room) - warm - known);
  return { warm, known, cold: Math.min(left.cold, forCold) };
}

const count = ({ warm, known, cold }: Warmth) => warm + known + cold;

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
