// Pairs the operations on rates with their handlers.
import { pair } from '#operations/handle.ts';
import { calculateMonth } from './operations/calculate-month.ts';
import { clearRates } from './operations/clear-rates.ts';
import { importRates } from './operations/import-rates.ts';
import { listRates } from './operations/list-rates.ts';
import { ratesContract } from './rates.contract.ts';

export const ratesOperations = pair(ratesContract, {
  list: listRates,
  import: importRates,
  clear: clearRates,
  calculate: calculateMonth,
});
