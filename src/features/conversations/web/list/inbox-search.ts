// The inbox as its address keeps it, and the filter that the list asks with.
import type { InboxFilter } from '#features/conversations/inbox-filter.contract.ts';

export type InboxShow = InboxFilter['show'];

export type InboxSearch = {
  show?: Exclude<InboxShow, 'all'>;
  search?: string;
  tag?: string[];
  list?: string[];
  assignee?: string[];
  number?: string[];
  consent?: NonNullable<InboxFilter['consent']>;
  window?: NonNullable<InboxFilter['window']>;
  /** Id of the view that was chosen; the filters stand beside it and may have changed since. */
  view?: string;
  /** Id of the open conversation. */
  open?: string;
  /** Id of the message at which it is open; the latest ones otherwise. */
  at?: string;
  /** The contact's card, where it is a sheet. */
  card?: 'open';
};

export type SetInboxSearch = (
  changes: { [K in keyof InboxSearch]?: InboxSearch[K] | null },
  options?: { replace?: boolean },
) => void;

/** The filters behind the button, without the tab and the words. */
export const FILTER_KEYS = ['tag', 'list', 'assignee', 'number', 'consent', 'window'] as const;

/** Sets every filter to nothing, also the tab, the words and the view. */
export const noFilters = {
  show: null,
  search: null,
  tag: null,
  list: null,
  assignee: null,
  number: null,
  consent: null,
  window: null,
  view: null,
} satisfies Record<Exclude<keyof InboxSearch, 'open' | 'at' | 'card'>, null>;

export function countFilters(search: InboxSearch): number {
  return FILTER_KEYS.filter((key) => (search[key]?.length ?? 0) > 0).length;
}

/** Who searches without choosing a tab looks everywhere, also in what is closed. */
export function filterOf(search: InboxSearch): InboxFilter {
  return {
    show: search.show ?? (search.search ? 'any' : 'all'),
    search: search.search,
    tagIds: search.tag,
    listIds: search.list,
    assigneeIds: search.assignee,
    numberIds: search.number,
    consent: search.consent,
    window: search.window,
  };
}
