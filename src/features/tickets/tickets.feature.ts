// What tickets bring to the application: three groups of operations, mails, running figures.
import type { Feature } from '#operations/feature.ts';
import { pair } from '#operations/handle.ts';
import { foldTalliesJob } from './jobs/fold-tallies.job.ts';
import { tellByMailJob } from './jobs/tell-by-mail.job.ts';
import {
  createCategory,
  deleteCategory,
  listCategories,
  updateCategory,
} from './operations/configure-categories.ts';
import {
  createStatus,
  deleteStatus,
  listStatuses,
  reorderStatuses,
  updateStatus,
} from './operations/configure-statuses.ts';
import { ticketCategoriesContract, ticketStatusesContract } from './ticket-settings.contract.ts';
import { ticketsOperations } from './tickets.operations.ts';

export const ticketsFeatures: readonly Feature[] = [
  { name: 'tickets', operations: ticketsOperations, jobs: [tellByMailJob, foldTalliesJob] },
  {
    name: 'ticketStatuses',
    operations: pair(ticketStatusesContract, {
      list: listStatuses,
      create: createStatus,
      update: updateStatus,
      reorder: reorderStatuses,
      delete: deleteStatus,
    }),
  },
  {
    name: 'ticketCategories',
    operations: pair(ticketCategoriesContract, {
      list: listCategories,
      create: createCategory,
      update: updateCategory,
      delete: deleteCategory,
    }),
  },
];
