// What stored files bring to the application.
import type { Feature } from '#operations/feature.ts';
import { sweepFilesJob } from './jobs/sweep-files.job.ts';

export const filesFeature: Feature = { name: 'files', jobs: [sweepFilesJob] };
