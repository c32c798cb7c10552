// The filters of board and list: as they stand in the address, and as the server understands them.
import { DEAL_SORTS, type DealFilter, type DealSort } from '#features/deals/deal-shapes.contract.ts';

export type DealSearch = {
  pipeline?: string;
  search?: string;
  /** A member's id, `me` or `none`. */
  owner?: string;
  activity?: 'overdue' | 'today' | 'planned' | 'none';
  state?: 'open' | 'won' | 'lost';
  contact?: string;
  createdFrom?: string;
  createdTo?: string;
  closeFrom?: string;
  closeTo?: string;
  /** Those without a close date. */
  close?: 'none';
  closedFrom?: string;
  closedTo?: string;
  /** A reason's id, or `none`. */
  lost?: string;
  /** Came into this stage or beyond it. */
  reached?: string;
  /** Stands in this stage. */
  inStage?: string;
  sort?: string;
  /** Id of the view that was chosen; the filters stand beside it and may have changed since. */
  view?: string;
  /** The form of a new deal is open. */
  new?: true;
  /** The stage that it begins in. */
  stage?: string;
};

export type BoardFilterValues = Omit<DealFilter, 'pipelineId' | 'stageId' | 'state' | 'reference'>;

const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);
const DAYS = ['createdFrom', 'createdTo', 'closeFrom', 'closeTo'] as const;

/** What narrows the board as well as the list; the pipeline is not among it. */
export function boardFilterOf(search: DealSearch): BoardFilterValues {
  return {
    ...(search.search ? { search: search.search } : {}),
    ...(search.owner ? { ownerId: [search.owner] } : {}),
    ...(search.activity ? { activity: search.activity } : {}),
    ...(search.contact ? { contactId: search.contact } : {}),
    ...Object.fromEntries(DAYS.filter((day) => isDay(search[day])).map((day) => [day, search[day]])),
  };
}

export function listFilterOf(search: DealSearch): DealFilter {
  return {
    ...boardFilterOf(search),
    ...(search.pipeline ? { pipelineId: [search.pipeline] } : {}),
    ...(search.inStage ? { stageId: [search.inStage] } : {}),
    ...(search.state ? { state: search.state } : {}),
    ...(isDay(search.closedFrom) ? { closedFrom: search.closedFrom } : {}),
    ...(isDay(search.closedTo) ? { closedTo: search.closedTo } : {}),
    ...(search.close ? { closeDate: search.close } : {}),
    ...(search.lost ? { lostReasonId: search.lost } : {}),
    ...(search.reached ? { reachedStageId: search.reached } : {}),
  };
}

/** The pipeline stays: it is where one is, not what one looks for. */
export const noFilters = {
  search: null,
  owner: null,
  activity: null,
  state: null,
  contact: null,
  createdFrom: null,
  createdTo: null,
  closeFrom: null,
  closeTo: null,
  close: null,
  closedFrom: null,
  closedTo: null,
  lost: null,
  reached: null,
  inStage: null,
  view: null,
};

export function sortOf(search: DealSearch): DealSort {
  return DEAL_SORTS.find((sort) => sort === search.sort) ?? '-created';
}
