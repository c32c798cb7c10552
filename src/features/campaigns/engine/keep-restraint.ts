// What the guardian lets a campaign do now: how many people, and which of them must be left in peace for a while.
import { type CampaignRow, noteNextDue } from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import type { NextRecipient, RecipientChange } from '#features/campaigns/campaigns-recipients.store.ts';
import { bulkRoom, type Hold, logFullDay, logHolds, restrain } from '#features/guardian/guardian.ts';
import type { CampaignPart } from './campaign-parts.ts';

/** At most `wanted`; 0 with the time noted at which it goes on. */
export async function roomNow(call: CampaignCall, campaign: CampaignRow, wanted: number): Promise<number> {
  const room = await bulkRoom(call, campaign.number_id!);
  if (room === null) return wanted;
  const { people, nextAt } = room;
  if (people === 0 && nextAt && campaign.next_due_at?.getTime() !== nextAt.getTime()) {
    await noteNextDue(call, campaign, nextAt);
    await logFullDay(call, { numberId: campaign.number_id!, campaignId: campaign.id }, nextAt);
  }
  return Math.min(wanted, people);
}

/** Who of a batch must wait; only promotional messages tire people. */
export async function heldPeople(
  call: CampaignCall,
  campaign: CampaignRow,
  people: readonly NextRecipient[],
  parts: ReadonlyMap<number, CampaignPart>,
): Promise<Map<string, Hold>> {
  if (![...parts.values()].some(({ template }) => template.category === 'marketing')) return new Map();
  const contactIds = people.filter((person) => !person.blocked).map((person) => person.contactId);
  const holds = await restrain(call, { campaignId: campaign.id, contactIds });
  if (holds.size > 0)
    await logHolds(call, { campaignId: campaign.id, numberId: campaign.number_id }, holds.values());
  return holds;
}

/** They wait on, with the reason, until they may be written to. */
export function asHeld(contactId: string, { reason, until }: Hold): RecipientChange {
  return { contactId, state: 'waiting', reason, reasonText: WORDS[reason], dueAt: until };
}

const WORDS: Record<Hold['reason'], string> = {
  daily_cap: 'Had enough messages for a day: held for now.',
  weekly_cap: 'Had enough messages for a week: held for now.',
  unanswered: 'Did not answer the last message: held for some days.',
  unanswered_first: 'Never answered a message: held for some days.',
};
