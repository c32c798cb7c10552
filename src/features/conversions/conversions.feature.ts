// What conversions bring to the application.
import type { Feature } from '#operations/feature.ts';
import { pair } from '#operations/handle.ts';
import { conversionsContract } from './conversions.contract.ts';
import { conversionsSubscriber } from './conversions.subscriber.ts';
import { noteDealsJob } from './jobs/note-deals.job.ts';
import { resumeConversionsJob } from './jobs/resume-conversions.job.ts';
import { sendConversionsJob } from './jobs/send-conversions.job.ts';
import { tendConversionsJob } from './jobs/tend-conversions.job.ts';
import { checkConversions } from './operations/check-conversions.ts';
import { clearConversions } from './operations/clear-conversions.ts';
import { findDatasetOfAccount } from './operations/find-dataset.ts';
import { getConversions } from './operations/get-conversions.ts';
import { listConversions } from './operations/list-conversions.ts';
import { saveConversions } from './operations/save-conversions.ts';

export const conversionsFeature: Feature = {
  name: 'conversions',
  operations: pair(conversionsContract, {
    get: getConversions,
    save: saveConversions,
    clear: clearConversions,
    findDataset: findDatasetOfAccount,
    check: checkConversions,
    ofDeal: listConversions,
  }),
  jobs: [noteDealsJob, sendConversionsJob, resumeConversionsJob, tendConversionsJob],
  subscribers: [conversionsSubscriber],
};
