// What connected numbers bring to the application.
import type { Feature } from '#operations/feature.ts';
import { askPhoneAppJob } from './jobs/ask-phone-app.job.ts';
import { refreshAllNumbersJob } from './jobs/refresh-all-numbers.job.ts';
import { refreshNumberJob } from './jobs/refresh-number.job.ts';
import { numbersOperations } from './numbers.operations.ts';
import { simulatedNumbersEngine } from './simulated.engine.ts';

export const numbersFeature: Feature = {
  name: 'numbers',
  operations: numbersOperations,
  jobs: [refreshNumberJob, refreshAllNumbersJob, askPhoneAppJob],
  engines: [simulatedNumbersEngine],
};
