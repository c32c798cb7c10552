// Between the address of board and list and what a view of deals keeps.

import type { DealViewFilter } from '#features/deals/views/deal-views.contract.ts';
import { type DealSearch, listFilterOf, type noFilters, sortOf } from '#features/deals/web/deal-query.ts';

type Page = DealViewFilter['page'];

/** What of the address a view keeps: page, pipeline, words, filters and, of the list, the order. */
export function viewFilterOf(page: Page, search: DealSearch): DealViewFilter {
  const sort = sortOf(search);
  return { page, ...listFilterOf(search), ...(page === 'list' && sort !== '-created' ? { sort } : {}) };
}

/** The address of a view. */
export function searchOfView({ id, filter }: { id: string; filter: DealViewFilter }): DealSearch {
  const all: Record<keyof typeof noFilters, string | undefined> = {
    view: id,
    search: filter.search,
    owner: filter.ownerId?.[0],
    activity: filter.activity,
    state: filter.state,
    contact: filter.contactId,
    createdFrom: filter.createdFrom,
    createdTo: filter.createdTo,
    closeFrom: filter.closeFrom,
    closeTo: filter.closeTo,
    close: filter.closeDate,
    closedFrom: filter.closedFrom,
    closedTo: filter.closedTo,
    lost: filter.lostReasonId,
    reached: filter.reachedStageId,
    inStage: filter.stageId?.[0],
  };
  const set = Object.entries({ ...all, pipeline: filter.pipelineId?.[0], sort: filter.sort });
  return Object.fromEntries(set.filter(([, value]) => value !== undefined)) as DealSearch;
}

export const PAGES = { board: '/deals', list: '/deals/list' } as const;
