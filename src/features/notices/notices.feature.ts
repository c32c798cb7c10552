// What telling the owners of trouble brings to the application.
import type { Feature } from '#operations/feature.ts';
import { noticesSubscriber } from './notices.subscriber.ts';
import { tellOwnersJob } from './tell-owners.job.ts';

export const noticesFeature: Feature = {
  name: 'notices',
  jobs: [tellOwnersJob],
  subscribers: [noticesSubscriber],
};
