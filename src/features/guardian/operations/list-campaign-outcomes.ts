// Tells how people took the last campaigns of a number.
import { campaignOutcomes } from '#features/guardian/watch/outcomes.store.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import { numberById } from '#features/numbers/numbers.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const listCampaignOutcomes: Handler<typeof watchContract.campaigns> = async (call, { id }) => {
  if (!(await numberById(call, id))) throw notFound('number');
  const rows = await campaignOutcomes(call, id);
  return { items: rows.map((row) => ({ ...row, startedAt: iso(row.startedAt) })) };
};
