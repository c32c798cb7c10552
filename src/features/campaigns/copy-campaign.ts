// Makes a draft from a campaign.
import { publish } from '#events/publish.ts';
import { newId } from '#kit/ids.ts';
import { type Campaign, CampaignAudience, CampaignLinks } from './campaigns.contract.ts';
import type { CampaignRow } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { insertCampaign } from './campaigns-writing.store.ts';
import { describeCampaign } from './describe-campaign.ts';

export async function copyCampaign(
  call: CampaignCall,
  from: CampaignRow,
  copy: { suffix: string; audience: CampaignAudience; retryOf: string | null },
): Promise<Campaign> {
  const id = newId();
  const name = `${from.name.slice(0, 120 - copy.suffix.length)}${copy.suffix}`;
  await insertCampaign(call, id, {
    name,
    number_id: from.number_id,
    template_id: from.template_id,
    variables: from.variables,
    audience: CampaignAudience.parse(copy.audience),
    links: CampaignLinks.parse(from.links),
    sms_text: from.sms_text,
    // A retry is no test: those whom one variant failed to reach get the winner, or the first.
    ...(copy.retryOf === null ? { split: from.split } : chosenVariant(from)),
    planned: from.planned,
    hours: from.hours,
    error_limit: from.error_limit,
    retry_of: copy.retryOf,
  });
  await publish(call, 'campaign.created', id, { name });
  return describeCampaign(call, id);
}

function chosenVariant(from: CampaignRow) {
  const winner = from.split_state?.winner ?? 1;
  const other = from.split?.others[winner - 2];
  return other ? { template_id: other.templateId, variables: other.variables } : {};
}
