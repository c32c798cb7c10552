// What the address of deals says becomes a view and back.
import { expect, it } from 'vitest';
import type { DealSearch } from '#features/deals/web/deal-query.ts';
import { isSameFilter } from '#web/ui/views/is-same-filter.ts';
import { searchOfView, viewFilterOf } from './deal-view-search.ts';

const id = '0195f0a0-0000-7000-8000-000000000001';

it('comes back as it was, with the view named, without what is open', () => {
  const addresses: DealSearch[] = [
    {},
    { pipeline: 'a', owner: 'me', activity: 'overdue', inStage: 'd' },
    { search: 'sofa', state: 'won', sort: '-amount', createdFrom: '2026-01-01', createdTo: '2026-02-01' },
    { closeFrom: '2026-01-01', closeTo: '2026-02-01', contact: 'b', owner: 'none' },
    { close: 'none', closedFrom: '2026-01-01', closedTo: '2026-02-01', lost: 'none', reached: 'c' },
  ];
  for (const address of addresses) {
    const filter = viewFilterOf('list', { ...address, new: true, stage: 'x' });
    expect(searchOfView({ id, filter })).toEqual({ ...address, view: id });
  }
});

it('is another one on another page or in another order, but the board has no order', () => {
  const one = viewFilterOf('list', { owner: 'me' });
  expect(isSameFilter(one, viewFilterOf('list', { owner: 'me', sort: '-created' }))).toBe(true);
  expect(isSameFilter(one, viewFilterOf('list', { owner: 'me', sort: 'title' }))).toBe(false);
  expect(isSameFilter(one, viewFilterOf('board', { owner: 'me' }))).toBe(false);
  const board = viewFilterOf('board', { owner: 'me' });
  expect(isSameFilter(board, viewFilterOf('board', { owner: 'me', sort: 'title' }))).toBe(true);
});
