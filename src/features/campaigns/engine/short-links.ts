// Makes the short links of a campaign's message once, and writes them into each message with a code of its own.
import type { CampaignLinks, CampaignVariables } from '#features/campaigns/campaigns.contract.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import { linkPlan } from '#features/campaigns/link-plan.ts';
import { type LinkOwner, linkCode, linkStart, openLinks } from '#features/links/links.ts';
import type { Services } from '#operations/services.ts';
import type { FillableTemplate } from '#whatsapp/template-message.ts';

export type LinkWriter = (texts: Record<string, string>, messageId: string) => Record<string, string>;

/** One or two statements, however many messages follow. */
export async function linkWriter(
  services: Pick<Services, 'publicUrl'>,
  call: CampaignCall,
  owner: LinkOwner,
  message: { template: FillableTemplate; variables: CampaignVariables; links: CampaignLinks },
): Promise<LinkWriter> {
  const start = linkStart(services);
  const plan = linkPlan(message.template, message.variables, message.links, start);
  const numbers = await openLinks(call, owner, plan.destinations);
  return (texts, messageId) =>
    plan.fill(texts, (destination) => start + linkCode({ number: numbers.get(destination)!, messageId }));
}
