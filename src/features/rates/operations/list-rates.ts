// Lists the rates.
import type { ratesContract } from '#features/rates/rates.contract.ts';
import { pageOfRates } from '#features/rates/rates.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listRates: Handler<typeof ratesContract.list> = (call, input) => pageOfRates(call, input);
