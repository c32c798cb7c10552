// What views of the inbox bring to the application.
import type { Feature } from '#operations/feature.ts';
import { pair } from '#operations/handle.ts';
import { inboxViewsContract } from './inbox-views.contract.ts';
import { createView, deleteView, listViews, reorderViews, updateView } from './keep-views.ts';

export const inboxViewsFeature: Feature = {
  name: 'inboxViews',
  operations: pair(inboxViewsContract, {
    list: listViews,
    create: createView,
    update: updateView,
    reorder: reorderViews,
    delete: deleteView,
  }),
};
