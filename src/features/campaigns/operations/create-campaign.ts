// Creates a draft campaign.
import { publish } from '#events/publish.ts';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { insertCampaign } from '#features/campaigns/campaigns-writing.store.ts';
import { checkReferences } from '#features/campaigns/check-references.ts';
import { describeCampaign } from '#features/campaigns/describe-campaign.ts';
import { writeOf } from '#features/campaigns/write-of.ts';
import { newId } from '#kit/ids.ts';
import type { Handler } from '#operations/handle.ts';

export const createCampaign: Handler<typeof campaignsContract.create> = async (call, input) => {
  const { name } = input;
  const write = { ...writeOf(input), name, number_id: input.numberId ?? (await onlyNumber(call)) };
  await checkReferences(call, write);
  const id = newId();
  await insertCampaign(call, id, write);
  await publish(call, 'campaign.created', id, { name });
  return describeCampaign(call, id);
};

/** With one number there is nothing to choose. */
async function onlyNumber(call: Parameters<typeof createCampaign>[0]): Promise<string | null> {
  const numbers = await call.tx
    .selectFrom('numbers')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .limit(2)
    .execute();
  return numbers.length === 1 ? numbers[0]!.id : null;
}
