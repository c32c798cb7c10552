// Counts who followed a link of a campaign: each person once per campaign.
import type { FirstTap } from '#features/links/links.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { countFirsts } from './count-firsts.ts';

/** Call it in the transaction that adds the taps up. */
export async function countLinkTaps(call: CampaignCall, taps: readonly FirstTap[]): Promise<void> {
  const at = new Map(taps.map((tap) => [tap.messageId, tap.at]));
  const messages = await call.tx
    .selectFrom('messages')
    .select(['id', 'contact_id', 'campaign_id'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', [...at.keys()])
    .where('campaign_id', 'is not', null)
    .execute();
  // In the order of ids, as everything that locks campaigns.
  for (const campaignId of [...new Set(messages.map((message) => message.campaign_id!))].sort()) {
    const own = messages.filter((message) => message.campaign_id === campaignId);
    const people = own.map((message) => ({ contactId: message.contact_id, at: at.get(message.id)! }));
    await countFirsts(call, campaignId, { link_clicked: people });
  }
}
