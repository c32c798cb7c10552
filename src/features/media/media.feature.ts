// What media bring to the application.
import type { Feature } from '#operations/feature.ts';
import { downloadMediaJob } from './jobs/download-media.job.ts';
import { fetchAdPictureJob } from './jobs/fetch-ad-picture.job.ts';
import { mediaRoutes } from './media.routes.ts';

export const mediaFeature: Feature = {
  name: 'media',
  routes: mediaRoutes,
  jobs: [downloadMediaJob, fetchAdPictureJob],
};
