// Keeps figures and recipients in step with messages, in the transaction that moves them.
import { publish } from '#events/publish.ts';
import { countCharges } from '#features/rates/rates.ts';
import type { MessageMove, SendingWatcher } from '#features/sending/sending.ts';
import { changeState, moveFigures } from './campaigns.store.ts';
import type { CampaignCall, Counter, Deltas, PauseReason } from './campaigns.types.ts';
import { takeBackWhenStopped } from './campaigns-engine.store.ts';
import { changeRecipients, type RecipientChange } from './campaigns-recipients.store.ts';
import { moveVariants, type VariantDelta } from './campaigns-split.store.ts';
import { followWithSms } from './sms-fallback.ts';

/** What campaigns do when sending moves messages; wired to the sending engine and to the provider's statuses. */
export const campaignMoves: SendingWatcher = {
  async moved(call, moves) {
    // In the order of ids: two batches that hold the same campaigns never wait for each other in a circle.
    const all = inOrder(moves);
    for (const [campaignId, own] of all) await changeRecipients(call, campaignId, recipientChanges(own));
    await countCharges(call, moves);
    for (const [campaignId, own] of all) await followWithSms(call, campaignId, own);
    for (const [campaignId, own] of all) {
      const moved = await moveFigures(call, campaignId, deltasOf(own));
      if (moved?.split) await moveVariants(call, campaignId, own.map(variantDelta));
      if (own.some((move) => move.to === 'queued')) await takeBackWhenStopped(call, campaignId);
    }
  },
  async halted(call, halts) {
    for (const [campaignId, [first]] of inOrder(halts)) await haltCampaign(call, campaignId, first!);
  },
};

/** Stops a running campaign because the next message would fail as well. */
export async function haltCampaign(
  call: CampaignCall,
  campaignId: string,
  { kind, text, params = {} }: PauseReason,
): Promise<void> {
  const stopped = await changeState(call, campaignId, ['running'], {
    state: 'paused',
    paused: { kind, text, params },
    settling: true,
  });
  if (!stopped) return;
  await publish(call, 'campaign.changed', campaignId, { state: 'paused' });
  await publish(call, 'campaign.stopped', campaignId, { kind, text, params });
}

function inOrder<T extends { campaignId: string | null }>(all: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    if (each.campaignId === null) continue;
    const group = groups.get(each.campaignId);
    if (group) group.push(each);
    else groups.set(each.campaignId, [each]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Only failures, and deliveries after a failure, are noted with the recipient. */
function recipientChanges(moves: readonly MessageMove[]): RecipientChange[] {
  return moves
    .filter((move) => move.to === 'failed' || move.from === 'failed')
    .map((move) =>
      move.to === 'failed'
        ? {
            contactId: move.contactId,
            state: 'failed',
            reason: move.failure?.kind ?? 'unknown',
            reasonText: move.failure?.text ?? null,
          }
        : { contactId: move.contactId, state: 'started' },
    );
}

function deltasOf(moves: readonly MessageMove[]): Deltas {
  const deltas: Partial<Record<Counter, number>> = {};
  for (const { from, to } of moves) {
    deltas[from] = (deltas[from] ?? 0) - 1;
    deltas[to] = (deltas[to] ?? 0) + 1;
  }
  return deltas;
}

const REACHED = {
  sent: ['sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
  read: ['read'],
  failed: ['failed'],
};

/** Variants count as people read figures: who read it was sent it and had it delivered. */
function variantDelta({ contactId, from, to }: MessageMove): VariantDelta {
  const delta: VariantDelta = { contactId };
  for (const [figure, states] of Object.entries(REACHED) as [keyof typeof REACHED, string[]][])
    delta[figure] = Number(states.includes(to)) - Number(states.includes(from));
  return delta;
}
