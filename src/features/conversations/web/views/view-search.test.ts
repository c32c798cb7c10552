// What the address says becomes a view and back.
import { expect, it } from 'vitest';
import type { InboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { isSameFilter } from '#web/ui/views/is-same-filter.ts';
import { searchOfView, viewFilterOf } from './view-search.ts';

const id = '0195f0a0-0000-7000-8000-000000000001';
const there = (search: InboxSearch): InboxSearch => {
  const next = searchOfView({ id, filter: viewFilterOf(search) });
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null)) as InboxSearch;
};

it('comes back as it was, with the view named', () => {
  const addresses: InboxSearch[] = [
    {},
    { show: 'waiting' },
    { search: 'anna' },
    { search: 'anna', show: 'closed' },
    { show: 'mine', tag: ['a', 'b'], assignee: ['nobody'], consent: ['subscribed'], window: ['closing'] },
    { show: 'any', list: ['c'], number: ['d'] },
  ];
  for (const address of addresses) expect(there(address)).toEqual({ ...address, view: id });
});

it('does not keep what is open', () => {
  expect(viewFilterOf({ open: 'x', at: 'y', card: 'open', view: id, show: 'mine' })).toEqual({
    show: 'mine',
  });
});

it('is the same whatever was ticked first', () => {
  const filter = viewFilterOf({ tag: ['a', 'b'] });
  expect(isSameFilter(filter, viewFilterOf({ tag: ['b', 'a'] }))).toBe(true);
  expect(isSameFilter(filter, viewFilterOf({ tag: ['a'] }))).toBe(false);
  expect(isSameFilter(filter, { ...filter, listIds: [] })).toBe(true);
  expect(isSameFilter(filter, viewFilterOf({ tag: ['a', 'b'], show: 'mine' }))).toBe(false);
});
