// The report on tickets, from figures by status, priority and category: pure.
import type { Category } from './ticket-categories.store.ts';
import type { TicketReport } from './ticket-report.contract.ts';
import { PRIORITIES } from './ticket-shapes.contract.ts';
import type { Tally } from './ticket-tallies.store.ts';
import type { Status } from './tickets.types.ts';

type Sum = { count: number; closed: number; seconds: number };

export function writeReport(
  tallies: readonly Tally[],
  statuses: readonly Status[],
  categories: readonly Category[],
): Omit<TicketReport, 'from' | 'to'> {
  const names = new Map(categories.map((category) => [category.id, category]));
  const all = sumOf(tallies);
  const byCategory = [...groups(tallies, (tally) => tally.categoryId ?? '')].map(([id, sum]) => ({
    category: names.get(id) ?? null,
    ...sum,
  }));
  const byStatus = groups(tallies, (tally) => tally.status);
  const byPriority = groups(tallies, (tally) => tally.priority);
  return {
    count: all.count,
    byCategory: byCategory
      .map(({ category, count }) => ({ category, count, share: count / all.count }))
      .sort((a, b) => b.count - a.count),
    byStatus: statuses.map(({ code, name, renamed, macroState }) => ({
      status: { code, name, renamed, macroState },
      count: byStatus.get(code)?.count ?? 0,
    })),
    byPriority: PRIORITIES.toReversed().map((priority) => ({
      priority,
      count: byPriority.get(priority)?.count ?? 0,
    })),
    closing: {
      all: { closed: all.closed, seconds: average(all) },
      byCategory: byCategory
        .map((sum) => ({ category: sum.category, closed: sum.closed, seconds: average(sum) }))
        .sort((a, b) => (b.seconds ?? -1) - (a.seconds ?? -1)),
    },
  };
}

function groups(tallies: readonly Tally[], key: (tally: Tally) => string): Map<string, Sum> {
  const found = new Map<string, Tally[]>();
  for (const tally of tallies) found.set(key(tally), [...(found.get(key(tally)) ?? []), tally]);
  return new Map([...found].map(([name, rows]) => [name, sumOf(rows)]));
}

function sumOf(tallies: readonly Tally[]): Sum {
  const sum = { count: 0, closed: 0, seconds: 0 };
  for (const { tickets, closed, closingSeconds } of tallies) {
    sum.count += tickets;
    sum.closed += closed;
    sum.seconds += closingSeconds;
  }
  return sum;
}

/** Sums of moved figures leave dust behind the point. */
function average({ closed, seconds }: Sum): number | null {
  return closed === 0 ? null : Math.max(0, Math.round((seconds / closed) * 1000) / 1000);
}
