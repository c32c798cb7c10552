// What views of deals bring to the application.
import { keepViews } from '#features/views/views.ts';
import type { Feature } from '#operations/feature.ts';
import { pair } from '#operations/handle.ts';
import { dealViewsContract } from './deal-views.contract.ts';
import { namedBy, readPresent } from './read-present.ts';

export const dealViewsFeature: Feature = {
  name: 'dealViews',
  operations: pair(
    dealViewsContract,
    keepViews({
      subject: 'deals',
      noun: 'deal_view',
      team: 'deals:write',
      refusal: 'Views of the team are kept by those who may change deals.',
      namedBy,
      readPresent,
    }),
  ),
};
