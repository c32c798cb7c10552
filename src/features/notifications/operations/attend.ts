// Notes what a tab of the person shows; a conversation that they look at has nothing more to tell.
import { sql } from 'kysely';
import { raise } from '#events/signals.ts';
import { noteAttention } from '#features/notifications/attention.store.ts';
import { NOTIFIED_SIGNAL } from '#features/notifications/jobs/gather.job.ts';
import type { notificationsContract } from '#features/notifications/notifications.contract.ts';
import { markSeen } from '#features/notifications/notifications.store.ts';
import { type ViewerCall, visibleThreads } from '#features/threads/threads.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

/** Topic of the signals that somebody came to a conversation, left it, or began or stopped typing there. */
export const ATTENTION_SIGNAL = 'attention';

export const attend: Handler<typeof notificationsContract.attend> = async (call, attention) => {
  const userId = personOf(call);
  const conversationId = await seen(call, attention.conversationId);
  const seenElsewhere = await noteAttention(call, userId, { ...attention, conversationId });
  if (seenElsewhere === null) return done;
  if (seenElsewhere.length > 0)
    call.afterCommit(() =>
      raise(
        call.services.db,
        ATTENTION_SIGNAL,
        seenElsewhere.map((id) => `${call.workspaceId}:${id}`),
      ),
    );
  const { focused } = attention;
  if (focused && conversationId !== null && (await markSeen(call, userId, conversationId)) > 0)
    call.afterCommit(() => raise(call.services.db, NOTIFIED_SIGNAL, [`${call.workspaceId}:${userId}`]));
  return done;
};

/** It may have been assigned to somebody else meanwhile: then the person is here, but not there. */
async function seen(call: ViewerCall, conversationId: string | null): Promise<string | null> {
  if (conversationId === null) return null;
  const { rows } = await sql<{ id: string }>`
    select c.id from conversations c where c.id = ${conversationId} and ${visibleThreads(call)}`.execute(
    call.tx,
  );
  return rows[0]?.id ?? null;
}
