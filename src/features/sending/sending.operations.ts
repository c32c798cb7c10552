// Pairs what may be asked about sending with what answers it.
import { pair } from '#operations/handle.ts';
import { getSettings, setSettings } from './operations/settings.ts';
import { standing } from './operations/standing.ts';
import { sendingContract } from './sending.contract.ts';

export const sendingOperations = pair(sendingContract, { getSettings, setSettings, standing });
