// What holds a campaign's feeding back: its share of the number, too many errors, the customers' hours.
import { haltCampaign } from '#features/campaigns/campaign-moves.ts';
import { type CampaignRow, noteErrorMarks } from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import { campaignsOfNumber, worstReason } from '#features/campaigns/campaigns-engine.store.ts';
import {
  changeRecipients,
  type NextRecipient,
  type RecipientChange,
} from '#features/campaigns/campaigns-recipients.store.ts';
import { campaignOpening, readSettings, shareOut } from '#features/sending/sending.ts';
import { isWorthALook, NOTHING, watchErrors } from './error-watch.ts';

/** How many messages the campaign may have in the queue of its number, where `depth` are to be there in all. */
export async function queueShare(call: CampaignCall, campaign: CampaignRow, depth: number): Promise<number> {
  const all = await campaignsOfNumber(call, campaign.number_id!);
  const others = all.filter((one) => one.id !== campaign.id);
  const own = { id: campaign.id, weight: 1, wanted: campaign.waiting_count + campaign.queued_count };
  return shareOut(depth, [own, ...others.map((one) => ({ ...one, weight: 1 }))]).get(campaign.id) ?? depth;
}

export type ErrorLook = {
  /** The campaign was paused because too many of its last messages failed. */
  stopped: boolean;
  /** Notes how far was looked: it locks the campaign, on which every outcome and status waits, so do it last. */
  note(): Promise<void>;
};

const NOTHING_NEW: ErrorLook = { stopped: false, note: async () => {} };

/** Pauses a campaign of which too many of the last messages failed. */
export async function lookAtErrors(call: CampaignCall, campaign: CampaignRow): Promise<ErrorLook> {
  const failed = campaign.failed_count;
  const known = failed + campaign.sent_count + campaign.delivered_count + campaign.read_count;
  const tried = known + campaign.uncertain_count + campaign.held_count + campaign.accepted_count;
  const before = campaign.error_marks;
  const newer = before?.newer ?? NOTHING;
  const so = { tried, known, failed };
  // Nothing new failed: nothing to judge.
  if (failed === newer.failed && !isWorthALook(newer, so)) return NOTHING_NEW;
  const limit = campaign.error_limit ?? (await readSettings(call)).errorLimit;
  const { marks, tooMany } = watchErrors(before, so, limit);
  const note = async () => {
    if (marks.newer !== before?.newer) await noteErrorMarks(call, campaign.id, marks);
  };
  if (!tooMany) return { stopped: false, note };
  await note();
  const reason = await worstReason(call, campaign.id);
  const text = `${tooMany.failed} of the last ${tooMany.of} messages failed${reason ? `, most often: ${reason.text}` : '.'}`;
  const params = { ...tooMany, ...(reason ? { worst: reason.kind } : {}) };
  await haltCampaign(call, campaign.id, { kind: 'too_many_failures', text, params });
  return { stopped: true, note: async () => {} };
}

/** Those who may be written to now; the others wait for their hours. */
export async function withinHours(
  call: CampaignCall,
  campaign: CampaignRow,
  people: readonly NextRecipient[],
): Promise<NextRecipient[]> {
  const opensAt = await campaignOpening(call, campaign.hours);
  const later: RecipientChange[] = [];
  const open = people.filter((person) => {
    const dueAt = opensAt(person);
    if (dueAt) later.push({ contactId: person.contactId, state: 'waiting', reason: 'outside_hours', dueAt });
    return !dueAt;
  });
  await changeRecipients(call, campaign.id, later);
  return open;
}
