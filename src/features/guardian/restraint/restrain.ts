// Decides for a batch of people who may get a promotional message now, over all campaigns of the workspace.
import { logDecision } from '#features/guardian/watch/guardian-log.store.ts';
import type { Call } from '#operations/call.ts';
import { type Caps, type Hold, holdOf } from './hold-of.ts';
import { readCaps } from './read-caps.ts';
import { oneAtATime, otherCampaigns, readLately } from './restraint.store.ts';

export type RestraintCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/**
 * Who must wait, until when and why; everybody else may be written to in the same transaction. Costs one small
 * query where no other promotional campaign sent anything lately, and one over the batch where one did.
 */
export async function restrain(
  call: RestraintCall,
  send: { campaignId: string | null; contactIds: readonly string[] },
): Promise<Map<string, Hold>> {
  const holds = new Map<string, Hold>();
  if (send.contactIds.length === 0) return holds;
  await oneAtATime(call);
  const caps = await readCaps(call, send.campaignId);
  const days = longest(caps);
  const others = await otherCampaigns(call, send.campaignId, days);
  if (others.length === 0) return holds;
  for (const [contactId, lately] of await readLately(call, send.contactIds, others, days)) {
    const hold = holdOf(lately, caps, call.now);
    if (hold) holds.set(contactId, hold);
  }
  return holds;
}

/** Tells in the guardian's log how many people of a campaign were held back; added up by day and reason. */
export async function logHolds(
  call: RestraintCall,
  where: { campaignId: string; numberId: string | null },
  holds: Iterable<Hold>,
): Promise<void> {
  const byReason = new Map<string, { people: number; until: Date }>();
  for (const { reason, until } of holds) {
    const one = byReason.get(reason);
    if (!one) byReason.set(reason, { people: 1, until });
    else {
      one.people += 1;
      if (until > one.until) one.until = until;
    }
  }
  const day = call.now.toISOString().slice(0, 10);
  for (const [reason, { people, until }] of byReason)
    await logDecision(call, {
      what: 'people_held',
      ...where,
      people,
      until,
      numbers: { reason },
      addsUp: `held ${where.campaignId} ${reason} ${day}`,
    });
}

function longest({ silenceDays, firstSilenceDays }: Caps): number {
  return Math.max(7, silenceDays, firstSilenceDays);
}
