// Deletes all rates.
import { audit } from '#features/people/people.ts';
import type { ratesContract } from '#features/rates/rates.contract.ts';
import { deleteRates } from '#features/rates/rates.store.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const clearRates: Handler<typeof ratesContract.clear> = async (call) => {
  await deleteRates(call);
  await audit.record(call, { action: 'rates.cleared', subjectType: 'rates', subjectId: null });
  return done;
};
