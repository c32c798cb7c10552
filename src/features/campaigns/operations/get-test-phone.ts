// Tells to which phone the caller sent tests last.
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readTestPhone } from '#features/campaigns/campaigns-testing.store.ts';
import type { Handler } from '#operations/handle.ts';

export const getTestPhone: Handler<typeof campaignsContract.testPhone> = async (call) => ({
  phone: await readTestPhone(call),
});
