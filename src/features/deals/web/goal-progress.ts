// How far somebody is on the way to a goal, and all of them together. Pure.
import type { Goal } from '#features/deals/deal-report.contract.ts';

export type Progress = {
  /** In the workspace's currency; null: there is none to compare with. */
  goal: number | null;
  won: number;
  weighted: number;
  /** Of the bar, from 0 to 100; open deals fill what is left at most. */
  wonPercent: number;
  weightedPercent: number;
};

export function progressOf({ goal, won, weighted }: Pick<Goal, 'goal' | 'won' | 'weighted'>): Progress {
  return along(goal?.worth ?? null, won, weighted);
}

/** Goals whose currency has no rate are left out, with what belongs to them. */
export function progressOfAll(goals: readonly Goal[]): Progress {
  const compared = goals.filter(({ goal }) => goal === null || goal.worth !== null);
  const sum = (of: (goal: Goal) => number) => compared.reduce((all, goal) => all + of(goal), 0);
  const worth = compared.some(({ goal }) => goal !== null) ? sum(({ goal }) => goal?.worth ?? 0) : null;
  return along(
    worth,
    sum(({ won }) => won),
    sum(({ weighted }) => weighted),
  );
}

function along(goal: number | null, won: number, weighted: number): Progress {
  // A goal of nothing is reached.
  const percent = (part: number) => (goal === null ? 0 : goal === 0 ? 100 : (part / goal) * 100);
  const wonPercent = Math.min(100, percent(won));
  return {
    goal,
    won,
    weighted,
    wonPercent,
    weightedPercent: Math.min(100 - wonPercent, percent(weighted)),
  };
}
