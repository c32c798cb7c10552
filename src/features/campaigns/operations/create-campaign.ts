// Creates a draft campaign.
import { publish } from '#events/publish.ts';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { insertCampaign } from '#features/campaigns/campaigns.store.ts';
import { checkReferences } from '#features/campaigns/check-references.ts';
import { describeCampaign } from '#features/campaigns/describe-campaign.ts';
import { newId } from '#kit/ids.ts';
import type { Handler } from '#operations/handle.ts';

export const createCampaign: Handler<typeof campaignsContract.create> = async (call, input) => {
  const {
    name,
    numberId,
    templateId,
    variables,
    audience,
    links,
    split,
    planned,
    hours,
    errorLimit,
    smsFallback,
  } = input;
  const write = {
    name,
    number_id: numberId ?? (await onlyNumber(call)),
    template_id: templateId ?? null,
    ...(variables ? { variables } : {}),
    ...(audience ? { audience } : {}),
    ...(links ? { links } : {}),
    ...(split ? { split } : {}),
    ...(planned === undefined ? {} : { planned }),
    ...(hours ? { hours } : {}),
    ...(errorLimit ? { error_limit: errorLimit } : {}),
    ...(smsFallback ? { sms_text: smsFallback.text } : {}),
  };
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
