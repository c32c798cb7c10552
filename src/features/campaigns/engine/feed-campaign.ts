// Moves a campaign's waiting people into the queue, some seconds' worth at a time, with their values filled in.
import { publish } from '#events/publish.ts';
import { haltCampaign } from '#features/campaigns/campaign-moves.ts';
import {
  type CampaignRow,
  changeState,
  moveFigures,
  noteNextDue,
  readCampaign,
} from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall } from '#features/campaigns/campaigns.types.ts';
import {
  changeRecipients,
  firstWaiting,
  type NextRecipient,
  nextRecipients,
} from '#features/campaigns/campaigns-recipients.store.ts';
import { HELD_BACK, moveVariants } from '#features/campaigns/campaigns-split.store.ts';
import { endPlanned } from '#features/campaigns/jobs/last-check.job.ts';
import { recategorised } from '#features/campaigns/recategorised.ts';
import { countBulk, noteFed } from '#features/guardian/guardian.ts';
import { enqueueMessages, queuedOf } from '#features/sending/sending.ts';
import type { Services } from '#operations/services.ts';
import { partsFor } from './campaign-parts.ts';
import { lookAtErrors, queueShare, withinHours } from './feed-restraint.ts';
import { fillBatch } from './fill-batch.ts';
import { turnOf } from './follow-plan.ts';
import { heldPeople, roomNow } from './keep-restraint.ts';
import { stepSplit } from './step-split.ts';

/** So much is queued ahead, in seconds of the number's throughput: a pause takes effect within it. */
const AHEAD_SECONDS = 3;
const LEAST_AHEAD = 60;
const MOST_AT_ONCE = 1_000;

export type Fed = 'more' | 'enough' | 'ended';

/** Thrown to roll back a feed whose campaign was paused meanwhile. */
class StoodStill extends Error {}

/** One batch of a running campaign, in a transaction of its own. */
export async function feedCampaign(
  services: Services,
  within: <T>(work: (call: CampaignCall) => Promise<T>) => Promise<T | undefined>,
  campaignId: string,
): Promise<Fed> {
  try {
    return (await within((call) => feed(services, call, campaignId))) ?? 'enough';
  } catch (error) {
    if (error instanceof StoodStill) return 'enough';
    throw error;
  }
}

async function feed(services: Services, call: CampaignCall, campaignId: string): Promise<Fed> {
  const campaign = await readCampaign(call, campaignId);
  if (campaign.state !== 'running') return 'ended';
  const allFed = campaign.waiting_count === 0;
  if (allFed && campaign.queued_count === 0) return endWhenDone(call, campaign);
  const errors = await lookAtErrors(call, campaign);
  if (errors.stopped) return 'ended';
  if (allFed) {
    const fed = await endWhenDone(call, campaign);
    await errors.note();
    return fed;
  }
  const turn = campaign.planned ? await turnOf(call, campaign) : null;
  if (turn === 'later') return (await splitGoesOn(call, campaign)) ? 'more' : 'enough';
  const depth = Math.max(LEAST_AHEAD, (campaign.throughput ?? 0) * AHEAD_SECONDS);
  const ahead = await queueShare(call, campaign, depth);
  const room = ahead - campaign.queued_count;
  if (room < Math.min(MOST_AT_ONCE, ahead) / 4) return 'enough';
  const limit = await roomNow(call, campaign, Math.min(room, MOST_AT_ONCE, turn?.room ?? room));
  if (limit === 0) return 'enough';
  const people = await next(call, campaign, limit);
  if (people.length === 0) {
    const first = await firstWaiting(call, campaignId);
    if (first === null) return endWhenDone(call, campaign);
    if (first.dueAt >= HELD_BACK) return (await stepSplit(call, campaign)) ? 'more' : 'enough';
    await noteNextDue(call, campaign, first.dueAt);
    return 'enough';
  }
  await noteNextDue(call, campaign, null);
  const open = await withinHours(call, campaign, people);
  if (open.length === 0) return people.length === limit ? 'more' : 'enough';
  const changed = recategorised(campaign);
  if (changed) {
    await haltCampaign(call, campaignId, changed);
    return 'ended';
  }
  const parts = await partsFor(services, call, campaign, open);
  if (!parts) return 'ended';
  const holds = await heldPeople(call, campaign, open, parts);
  const batch = fillBatch(open, campaign, parts, await workspaceName(call), holds);
  await enqueueMessages(call, batch.messages);
  await countBulk(call, campaign.number_id!, batch.messages.length);
  await changeRecipients(call, campaignId, batch.changes);
  if (turn) await noteFed(call, campaignId, turn.position, batch.messages.length);
  await errors.note();
  if (!(await moveFigures(call, campaignId, batch.deltas, batch.excluded, 'running'))) throw new StoodStill();
  if (campaign.split) await moveVariants(call, campaignId, batch.variants);
  return people.length === limit ? 'more' : 'enough';
}

/** While the sending plan rests, a test whose people all have their message waits on, and is decided at its time. */
async function splitGoesOn(call: CampaignCall, campaign: CampaignRow): Promise<boolean> {
  if (!campaign.split || campaign.split_state?.phase === 'decided') return false;
  const first = await firstWaiting(call, campaign.id);
  return first !== null && first.dueAt >= HELD_BACK && (await stepSplit(call, campaign));
}

/** Whoever is due; when the winner of a test is known, then those who were held back for it. */
async function next(call: CampaignCall, campaign: CampaignRow, limit: number): Promise<NextRecipient[]> {
  const due = await nextRecipients(call, campaign.id, limit);
  if (due.length === limit || campaign.split_state?.phase !== 'decided') return due;
  const held = await nextRecipients(call, campaign.id, limit - due.length, 'held_back');
  return [...due, ...held];
}

/** Completed when nobody waits and nothing is queued; contacts deleted meanwhile are taken out of the figures. */
async function endWhenDone(call: CampaignCall, campaign: CampaignRow): Promise<Fed> {
  if ((await queuedOf(call, campaign.id)) > 0) return 'enough';
  const settled = await readCampaign(call, campaign.id);
  const gone = settled.waiting_count + settled.queued_count;
  const change = { state: 'completed' as const, completed_at: call.now };
  if (!(await changeState(call, campaign.id, ['running'], change))) return 'ended';
  if (campaign.planned) await endPlanned(call, campaign.id);
  if (gone > 0)
    await moveFigures(
      call,
      campaign.id,
      { waiting: -settled.waiting_count, queued: -settled.queued_count, audience: -gone },
      { deleted: gone },
    );
  await publish(call, 'campaign.changed', campaign.id, { state: 'completed' });
  await publish(call, 'campaign.completed', campaign.id, {});
  return 'ended';
}

async function workspaceName(call: CampaignCall): Promise<string> {
  const row = await call.tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return row.name;
}
