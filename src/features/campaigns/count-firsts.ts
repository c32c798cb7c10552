// Notes what people did for the first time because of a campaign, and counts them: in the campaign and in their variant.
import { moveFigures } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { noteFirst } from './campaigns-recipients.store.ts';
import { moveVariants } from './campaigns-split.store.ts';

type Who = readonly { contactId: string; at: Date }[];

const COLUMNS = {
  replied: 'replied_at',
  clicked: 'clicked_at',
  link_clicked: 'link_clicked_at',
  opted_out: 'opted_out_at',
} as const;
type Deed = keyof typeof COLUMNS;

/** Each person once per campaign and deed. Call it for campaigns in the order of their ids. */
export async function countFirsts(
  call: CampaignCall,
  campaignId: string,
  deeds: Partial<Record<Deed, Who>>,
): Promise<void> {
  const figures: Partial<Record<Deed, number>> = {};
  const people: ({ contactId: string } & Partial<Record<Deed, number>>)[] = [];
  for (const [deed, who] of Object.entries(deeds) as [Deed, Who][]) {
    const fresh = await noteFirst(call, campaignId, COLUMNS[deed], who);
    if (fresh.length === 0) continue;
    figures[deed] = fresh.length;
    people.push(...fresh.map((contactId) => ({ contactId, [deed]: 1 })));
  }
  if (people.length === 0) return;
  const moved = await moveFigures(call, campaignId, figures);
  if (moved?.split) await moveVariants(call, campaignId, people);
}
