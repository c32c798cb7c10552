// What reports bring to the application.
import type { Feature } from '#operations/feature.ts';
import { foldTalliesJob } from './jobs/fold-tallies.job.ts';
import { reportsOperations } from './reports.operations.ts';

export const reportsFeature: Feature = {
  name: 'reports',
  operations: reportsOperations,
  jobs: [foldTalliesJob],
};
