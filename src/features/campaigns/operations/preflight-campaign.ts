// Asks the guardian about a campaign that is stored or in the making.
import { CampaignAudience, type campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { checkReferences } from '#features/campaigns/check-references.ts';
import { describeSend } from '#features/campaigns/guardian-send.ts';
import { preflight } from '#features/guardian/guardian.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const preflightCampaign: Handler<typeof campaignsContract.preflight> = async (call, input) => {
  const stored = input.id ? await readCampaign(call, input.id) : null;
  const numberId = input.numberId ?? stored?.number_id;
  const templateId = input.templateId ?? stored?.template_id;
  const problems = [
    ...(numberId ? [] : [{ path: 'numberId', message: 'Choose the number to send from' }]),
    ...(templateId ? [] : [{ path: 'templateId', message: 'Choose a template' }]),
  ];
  if (!numberId || !templateId) throw badInput(problems);
  const write = {
    number_id: numberId,
    template_id: templateId,
    ...(input.variables ? { variables: input.variables } : {}),
    ...(input.audience ? { audience: input.audience } : {}),
  };
  await checkReferences(call, write);
  const template = await call.tx
    .selectFrom('templates')
    .select('category')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', templateId)
    .executeTakeFirstOrThrow();
  const send = await describeSend(call, {
    number_id: numberId,
    template_id: templateId,
    template_category: template.category,
    variables: input.variables ?? stored?.variables ?? {},
    audience: input.audience ?? stored?.audience ?? CampaignAudience.parse({}),
    retry_of: stored?.retry_of ?? null,
    planned: input.planned ?? stored?.planned ?? false,
  });
  return preflight(call, { ...send, campaignId: stored?.id ?? null });
};
