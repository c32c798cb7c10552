// What notifications bring to the application: one feature for each key of the contract.
import type { Feature } from '#operations/feature.ts';
import { deliverPushJob } from './jobs/deliver-push.job.ts';
import { digestJob } from './jobs/digest.job.ts';
import { forgetNotificationsJob } from './jobs/forget-notifications.job.ts';
import { gatherJob } from './jobs/gather.job.ts';
import { pushJob } from './jobs/push.job.ts';
import { watchWindowsJob } from './jobs/watch-windows.job.ts';
import { notificationSettingsOperations, notificationsOperations } from './notifications.operations.ts';
import { notificationsSubscriber } from './notifications.subscriber.ts';

export const notificationsFeatures: readonly Feature[] = [
  {
    name: 'notifications',
    operations: notificationsOperations,
    jobs: [gatherJob, pushJob, deliverPushJob, digestJob, watchWindowsJob, forgetNotificationsJob],
    subscribers: [notificationsSubscriber],
  },
  { name: 'notificationSettings', operations: notificationSettingsOperations },
];
