// Tells how people took the last campaigns of a number.
import { campaignOutcomes } from '#features/guardian/watch/outcomes.store.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const listCampaignOutcomes: Handler<typeof watchContract.campaigns> = async (call, { id }) => {
  const rows = await campaignOutcomes(call, id);
  return { items: rows.map((row) => ({ ...row, startedAt: iso(row.startedAt) })) };
};
