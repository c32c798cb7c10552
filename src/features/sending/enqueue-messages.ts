// Puts messages in the queue, in the transaction of whoever wants them sent.
import { raise } from '#events/signals.ts';
import { bringBack, noteSent, openThreads, threadKey } from '#features/threads/threads.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import { inInbox, insertQueued, type MessageRow } from './sending.store.ts';
import type { EnqueuedMessage, NewMessage, SendingCall } from './sending.types.ts';

/** Topic of the signal that wakes the sender; its key is the number's id. */
export const SEND_SIGNAL = 'send';

/**
 * Makes the conversations that are missing, the messages and their places in the queue: a fixed number of
 * statements, however many rows. Answers in the order of `rows`.
 */
export async function enqueueMessages(
  call: SendingCall & Partial<Pick<Call, 'services' | 'afterCommit'>>,
  rows: readonly NewMessage[],
): Promise<EnqueuedMessage[]> {
  if (rows.length === 0) return [];
  const threads = await openThreads(call, rows);
  const written = rows.map(
    (row): MessageRow => ({
      ...row,
      id: row.id ?? newId(),
      conversationId: threads.get(threadKey(row))!,
    }),
  );
  await insertQueued(call, written);
  await noteInThreads(call, written);
  const { services, afterCommit } = call;
  if (services && afterCommit)
    afterCommit.call(call, () =>
      raise(services.db, SEND_SIGNAL, new Set(written.map((row) => row.numberId))),
    );
  return written.map(({ id, conversationId }) => ({ id, conversationId }));
}

/** What a person wrote brings its conversation into the inbox; bulk shows only where the conversation is there. */
async function noteInThreads(call: SendingCall, written: readonly MessageRow[]): Promise<void> {
  const bulk = written.filter((row) => row.priority === 9).map((row) => row.conversationId);
  const shown = bulk.length > 0 ? await inInbox(call, bulk) : new Set<string>();
  const notes = written
    .filter((row) => row.priority !== 9 || shown.has(row.conversationId))
    .map((row) => ({
      conversationId: row.conversationId,
      at: call.now,
      preview: row.preview,
      byHand: row.author.kind === 'person',
    }));
  await noteSent(call, [...new Map(notes.map((note) => [note.conversationId, note])).values()]);
  const answered = notes.filter((note) => note.byHand).map((note) => note.conversationId);
  await bringBack(call, answered, call.actor);
}
