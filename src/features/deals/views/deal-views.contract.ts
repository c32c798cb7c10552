// What may be asked about views of deals: a page, its filter and its order kept under a name.
import { z } from 'zod';
import { DealFilter, DealSort } from '#features/deals/deal-shapes.contract.ts';
import { viewsContract } from '#features/views/views.contract.ts';

export const DealViewFilter = DealFilter.extend({
  page: z.enum(['board', 'list']).default('list').describe('Where it is looked at'),
  sort: DealSort.optional().describe('Of the list; newest first when left out'),
}).describe('As `GET /deals` takes it');
export type DealViewFilter = z.output<typeof DealViewFilter>;

export const dealViewsContract = viewsContract({
  of: 'deals',
  path: '/deal-views',
  read: 'deals:read',
  team: 'deals:write',
  filter: DealViewFilter,
  named: 'Pipelines, stages, people, contacts and reasons',
});
