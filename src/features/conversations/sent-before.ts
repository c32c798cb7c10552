// Whether a message that a caller chose the id of was sent already.
import { sql } from 'kysely';
import type { VisibleThread } from '#features/threads/threads.ts';
import { conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Message } from './conversation-shapes.contract.ts';
import { readMessage } from './read-messages.ts';

/** The message, when the caller sent it before. Throws `message_exists` when the id is that of another message. */
export async function sentBefore(
  call: Pick<Call, 'tx' | 'workspaceId' | 'actor'>,
  thread: VisibleThread,
  id: string,
): Promise<Message | undefined> {
  // The same answer may come twice at once, as when the first was given up waiting for.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`message ${id}`}, 0))`.execute(call.tx);
  const found = await call.tx
    .selectFrom('messages')
    .select(['conversation_id', 'direction', 'author'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  const author = found.author as { id?: string };
  const actorId = 'id' in call.actor ? call.actor.id : undefined;
  if (found.conversation_id !== thread.id || found.direction !== 'out' || author.id !== actorId)
    throw conflict('message_exists', 'Another message has this id already: choose a new one.');
  return readMessage(call, thread, id);
}
