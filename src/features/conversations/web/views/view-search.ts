// Between the inbox's address and what a view keeps.
import type { ViewFilter } from '#features/conversations/views/inbox-views.contract.ts';
import { filterOf, type InboxSearch, noFilters } from '#features/conversations/web/list/inbox-search.ts';

/** What of the address a view keeps: tab, words and filters. */
export function viewFilterOf(search: InboxSearch): ViewFilter {
  const { contactId: _, ...filter } = filterOf(search);
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as ViewFilter;
}

/** The address of a view: every filter set, those that it does not use to nothing. */
export function searchOfView({ id, filter }: { id: string; filter: ViewFilter }) {
  const { show, search, tagIds, listIds, assigneeIds, numberIds, consent, window } = filter;
  return {
    ...noFilters,
    view: id,
    // Who searches without a tab looks everywhere already.
    show: show === 'all' || (show === 'any' && search) ? null : show,
    search: search ?? null,
    tag: tagIds ?? null,
    list: listIds ?? null,
    assignee: assigneeIds ?? null,
    number: numberIds ?? null,
    consent: consent ?? null,
    window: window ?? null,
  };
}
