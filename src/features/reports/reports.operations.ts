// Pairs the operations of reports with their handlers.
import { pair } from '#operations/handle.ts';
import { firstSteps } from './operations/first-steps.ts';
import { limits } from './operations/limits.ts';
import { overview } from './operations/overview.ts';
import { waiting } from './operations/waiting.ts';
import { reportsContract } from './reports.contract.ts';

export const reportsOperations = pair(reportsContract, { overview, waiting, limits, firstSteps });
