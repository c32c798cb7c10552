// Reads the messages of a conversation, back in time.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readThread } from '#features/conversations/read-messages.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listMessages: Handler<typeof conversationsContract.messages> = async (call, input) => {
  const { id, limit, cursor } = input;
  const thread = await visibleThread(call, id);
  const place = cursor === undefined ? undefined : decodeCursor(cursor, ['instant', 'id']);
  const before = place && { at: place[0], id: place[1] };
  return toPage(await readThread(call, thread, limit + 1, { before }), limit, (message) => [
    message.at,
    message.id,
  ]);
};
