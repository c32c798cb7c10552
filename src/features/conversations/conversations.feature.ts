// What conversations bring to the application.
import type { Feature } from '#operations/feature.ts';
import { conversationsOperations } from './conversations.operations.ts';
import { exportChatRoutes } from './export/export-chat.routes.ts';
import { exportZipRoutes } from './export/export-zip.routes.ts';
import { forgetEarlyJob } from './jobs/forget-early.job.ts';
import { lookAfterScheduledJob } from './jobs/look-after-scheduled.job.ts';
import { sendScheduledJob } from './jobs/send-scheduled.job.ts';
import { tellReadJob } from './jobs/tell-read.job.ts';
import { wakeJob } from './jobs/wake.job.ts';
import { fillWordsJob } from './search/fill-words.job.ts';
import { keepWordsJob, wordsSubscriber } from './search/keep-words.job.ts';

export const conversationsFeature: Feature = {
  name: 'conversations',
  operations: conversationsOperations,
  routes: async (app, door) => {
    await exportChatRoutes(app, door);
    await exportZipRoutes(app, door);
  },
  jobs: [
    sendScheduledJob,
    lookAfterScheduledJob,
    tellReadJob,
    wakeJob,
    keepWordsJob,
    fillWordsJob,
    forgetEarlyJob,
  ],
  subscribers: [wordsSubscriber],
};
