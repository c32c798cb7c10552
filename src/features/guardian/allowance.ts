// How many people a number may reach in bulk on a day, by the stage it is in. Pure.
import type { Quality } from './facts.ts';

/** The numbers of the rules R2 to R7 that the plan goes by; `planParameters` in plan-parameters.ts makes them. */
export type PlanParameters = {
  firstWeek: { perDay: number; coldPerDay: number; sendingDays: number };
  firstWeeks: { perDay: number };
  grown: {
    perDay: number;
    /** The first pass is over when this share of the base was reached, or so many people. */
    passShare: number;
    passPeople: number;
    /** From then on Meta's limit counts: this many days of sending well, and a limit at least so high. */
    provenDays: number;
    provenLimit: number;
    /** A day is at most so many times the busiest day before it. */
    growth: number;
  };
  check: { hours: number };
  pause: { days: number };
  recovery: { perDay: number; days: number };
};

export type Sender = {
  /** Days on which it sent in bulk, before this one. */
  sendDays: number;
  /** Calendar days since the first of them. */
  daysSinceFirst: number;
  busiestDay: number;
  /** People of the business who were written to, and who may be. */
  reached: number;
  base: number;
  quality: Quality;
  /** Days since the quality was last low; null: never seen low. */
  daysSinceLow: number | null;
  /** Days that a stop still lasts; days that the recovery after it still lasts, the stop included. */
  stoppedDays: number;
  recoveryDays: number;
  banned: boolean;
  /** Unique people per 24 hours as read from Meta; null: none. */
  limit: number | null;
  /** The owner declared that it sent in bulk before it came here. */
  declaredProven: boolean;
};

export type Stage = 'stopped' | 'recovering' | 'first_week' | 'first_weeks' | 'grown' | 'proven';

export type Allowance = {
  stage: Stage;
  /** People on this day; null: as many as there are. */
  people: number | null;
  /** Of these, people who never had to do with the business; null: no bound of its own. */
  cold: number | null;
  /** What decides `people`: the rule of the stage, or Meta's limit. */
  bound: 'rule' | 'limit' | 'none';
};

export function stageOf(sender: Sender, p: PlanParameters): Stage {
  if (sender.banned || sender.quality === 'low' || sender.stoppedDays > 0) return 'stopped';
  if (sender.recoveryDays > 0) return 'recovering';
  const proven =
    (sender.limit === null || sender.limit >= p.grown.provenLimit) &&
    (sender.daysSinceLow ?? Number.POSITIVE_INFINITY) >= p.grown.provenDays &&
    (sender.declaredProven || (passDone(sender, p) && sender.daysSinceFirst >= p.grown.provenDays));
  if (proven) return sender.quality === 'medium' ? 'grown' : 'proven';
  if (sender.sendDays < p.firstWeek.sendingDays && !sender.declaredProven) return 'first_week';
  const grown = passDone(sender, p) || sender.declaredProven;
  return grown && sender.quality !== 'medium' ? 'grown' : 'first_weeks';
}

/** What the number may do on a day on which nothing was sent yet. */
export function allowanceOf(sender: Sender, p: PlanParameters): Allowance {
  const stage = stageOf(sender, p);
  const rule = byRule(stage, sender, p);
  const cold = stage === 'first_week' ? p.firstWeek.coldPerDay : null;
  const { limit } = sender;
  if (limit !== null && (rule === null || limit < rule))
    return { stage, people: stage === 'stopped' ? 0 : limit, cold, bound: 'limit' };
  return { stage, people: rule, cold, bound: rule === null ? 'none' : 'rule' };
}

function byRule(stage: Stage, sender: Sender, p: PlanParameters): number | null {
  switch (stage) {
    case 'stopped':
      return 0;
    case 'recovering':
      return p.recovery.perDay;
    case 'first_week':
      return p.firstWeek.perDay;
    case 'first_weeks':
      return p.firstWeeks.perDay;
    case 'grown':
      return p.grown.perDay;
    case 'proven':
      return Math.floor(Math.max(p.grown.perDay, sender.busiestDay) * p.grown.growth);
  }
}

/** Whether everybody (or enough people) got a first message, so that those who wanted to leave have left. */
export function passDone(sender: Pick<Sender, 'reached' | 'base'>, { grown }: PlanParameters): boolean {
  return (
    sender.reached >= Math.min(grown.passPeople, Math.ceil(sender.base * grown.passShare)) &&
    sender.reached > 0
  );
}
