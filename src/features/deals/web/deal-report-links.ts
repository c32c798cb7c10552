// From a figure of the report to the deals that it counts: the list's filters that say the same. Pure.
import type { DealReport } from '#features/deals/deal-report.contract.ts';
import type { FigureLink } from '#web/ui/report/figure-link.ts';
import { daysOfMonth } from '#web/ui/report/periods.ts';
import type { DealSearch } from './deal-query.ts';

/** What the report is about. */
export type ReportScope = Pick<DealReport, 'from' | 'to'> & {
  pipelineId: string;
  /** A member's id, `me` or `none`. */
  owner: string | undefined;
};

export function linksOf({ pipelineId, owner, from, to }: ReportScope) {
  const chosen: DealSearch = { pipeline: pipelineId, ...(owner ? { owner } : {}) };
  const list = (search: DealSearch): FigureLink => ({ to: '/deals/list', search: { ...chosen, ...search } });
  const inPeriod = { closedFrom: from, closedTo: to };
  return {
    won: list({ state: 'won', ...inPeriod }),
    lost: list({ state: 'lost', ...inPeriod }),
    open: list({ state: 'open' }),
    lostFor: (reasonId: string | null) => list({ state: 'lost', lost: reasonId ?? 'none', ...inPeriod }),
    wonBy: (ownerId: string | null) => list({ state: 'won', owner: ownerId ?? 'none', ...inPeriod }),
    reached: (stageId: string) => list({ reached: stageId, createdFrom: from, createdTo: to }),
    /** Open deals with a close date in the month; null: without one. */
    closingIn: (month: string | null) => {
      if (month === null) return list({ state: 'open', close: 'none' });
      const days = daysOfMonth(month);
      return list({ state: 'open', closeFrom: days.from, closeTo: days.to });
    },
    /** Won in the part of the month that lies in the period. */
    wonIn: (month: string) => {
      const days = daysOfMonth(month);
      return list({
        state: 'won',
        closedFrom: days.from < from ? from : days.from,
        closedTo: days.to > to ? to : days.to,
      });
    },
  };
}
