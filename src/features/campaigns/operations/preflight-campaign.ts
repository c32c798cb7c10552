// Asks the guardian about a campaign that is stored or in the making.
import { CampaignAudience, type campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { checkReferences } from '#features/campaigns/check-references.ts';
import { describeSend } from '#features/campaigns/guardian-send.ts';
import { instantOf } from '#features/campaigns/instant-of.ts';
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
    ...(input.split ? { split: input.split } : {}),
  };
  await checkReferences(call, write);
  const split = input.split === undefined ? (stored?.split ?? null) : input.split;
  const ids = [templateId, ...(split?.others ?? []).map((other) => other.templateId)];
  const [own, ...others] = await templatesOf(call, ids);
  const send = await describeSend(call, {
    number_id: numberId,
    template_id: templateId,
    template_category: own?.category ?? null,
    template_name: own?.name ?? null,
    other_templates: others,
    split,
    variables: input.variables ?? stored?.variables ?? {},
    audience: input.audience ?? stored?.audience ?? CampaignAudience.parse({}),
    retry_of: stored?.retry_of ?? null,
    planned: input.planned ?? stored?.planned ?? false,
  });
  const startsAt = input.at ? await instantOf(call, input.at) : null;
  return preflight(call, { ...send, campaignId: stored?.id ?? null, startsAt });
};

/** Name and category of each, in the order asked for. */
async function templatesOf(
  call: Parameters<typeof preflightCampaign>[0],
  ids: readonly string[],
): Promise<{ name: string; category: string }[]> {
  const rows = await call.tx
    .selectFrom('templates')
    .select(['id', 'name', 'category'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
