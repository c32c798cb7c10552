// Ends the wait of uncertain messages: sent again once where silence proves that they never left, else left as they are.
import { endOfDoubt } from '#features/sending/fates.ts';
import type { SendingCall } from '#features/sending/sending.types.ts';
import { openDoor } from '#features/sending/sending-door.store.ts';
import { hasUnreadWebhooks, resend, waitedOut, waitLonger } from '#features/sending/sending-doubts.store.ts';
import type { LaneFacts } from '#features/sending/sending-lanes.store.ts';
import { removeFromQueue } from '#features/sending/sending-queue.store.ts';

/** True when something is due again. */
export function settleDoubts(
  within: <T>(work: (call: SendingCall) => Promise<T>) => Promise<T>,
  numberId: string,
  facts: Pick<LaneFacts, 'lastStatusAt'>,
  times: { proofWaitMs: number; patienceMs: number },
): Promise<boolean> {
  return within(async (call) => {
    const rows = await waitedOut(call, numberId, times.patienceMs);
    if (rows.length === 0) return false;
    const since = new Date(Math.min(...rows.map((row) => row.triedAt.getTime())));
    const unread = await hasUnreadWebhooks(call, since);
    const doorOpenMs = (await openDoor(call.tx))?.at.getTime() ?? null;
    const ends = { resend: [] as string[], wait: [] as string[], leave: [] as string[] };
    for (const row of rows)
      ends[
        endOfDoubt(
          {
            uncertainSinceMs: row.uncertainSince.getTime(),
            nowMs: call.now.getTime(),
            resends: row.resends,
            mayResend: row.mayResend,
            lastStatusMs: facts.lastStatusAt?.getTime() ?? null,
            unread,
            doorOpenMs,
          },
          times.patienceMs,
        )
      ].push(row.id);
    await resend(call, ends.resend);
    await removeFromQueue(call, ends.leave);
    await waitLonger(call, ends.wait, new Date(call.now.getTime() + times.proofWaitMs / 4));
    return ends.resend.length > 0;
  });
}
