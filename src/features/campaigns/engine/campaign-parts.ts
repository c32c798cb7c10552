// What each variant of a campaign needs to be sent: its template, where its values come from, its links.
import { haltCampaign } from '#features/campaigns/campaign-moves.ts';
import { CampaignLinks, type CampaignVariables } from '#features/campaigns/campaigns.contract.ts';
import type { CampaignRow } from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import type { NextRecipient } from '#features/campaigns/campaigns-recipients.store.ts';
import { variantsOf } from '#features/campaigns/campaigns-split.store.ts';
import { letterOf } from '#features/campaigns/split-verdict.ts';
import { type SendableTemplate, templateForSending } from '#features/templates/templates.ts';
import { AppError } from '#kit/errors.ts';
import type { Services } from '#operations/services.ts';
import { type LinkWriter, linkWriter } from './short-links.ts';

export type CampaignPart = { template: SendableTemplate; variables: CampaignVariables; write: LinkWriter };

/** Which variant a person gets: their own, else the winner; 1 in campaigns without variants. */
export function positionFor(campaign: CampaignRow, person: Pick<NextRecipient, 'variant'>): number {
  return person.variant ?? campaign.split_state?.winner ?? 1;
}

/** The parts that these people need, or null after the campaign was stopped because one cannot be sent now. */
export async function partsFor(
  services: Services,
  call: CampaignCall,
  campaign: CampaignRow,
  people: readonly NextRecipient[],
): Promise<Map<number, CampaignPart> | null> {
  const own = { templateId: campaign.template_id!, variables: campaign.variables };
  const all = campaign.split ? variantsOf(campaign, campaign.split) : [own];
  const parts = new Map<number, CampaignPart>();
  const positions = new Set(people.map((person) => positionFor(campaign, person)));
  for (const position of [...positions].sort()) {
    const { templateId, variables } = all[position - 1] ?? own;
    try {
      const numberId = campaign.number_id ?? undefined;
      const template = await templateForSending(
        { ...call, services },
        templateId,
        numberId ? { numberId } : {},
      );
      const owner = { campaignId: campaign.id, variant: campaign.split ? position : 0 };
      const links = linksOf(campaign, position);
      const write = await linkWriter(services, call, owner, { template, variables, links });
      parts.set(position, { template, variables, write });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const text = campaign.split ? `Variant ${letterOf(position)}: ${error.message}` : error.message;
      await haltCampaign(call, campaign.id, { kind: error.code, text });
      return null;
    }
  }
  return parts;
}

/** With variants, utm_content tells them apart unless it says something else. */
export function linksOf(campaign: Pick<CampaignRow, 'links' | 'split'>, position: number): CampaignLinks {
  const links = CampaignLinks.parse(campaign.links);
  if (!campaign.split || !links.utm) return links;
  return { ...links, utm: { ...links.utm, content: links.utm.content || letterOf(position) } };
}
