// Lists conversations of the inbox, latest first.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readInbox } from '#features/conversations/read-conversations.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listConversations: Handler<typeof conversationsContract.list> = async (call, input) => {
  const { limit, cursor, ...filter } = input;
  const place = cursor === undefined ? undefined : decodeCursor(cursor, ['instant', 'id']);
  const after = place && { at: place[0], id: place[1] };
  const rows = await readInbox(call, filter, limit + 1, after);
  return toPage(rows, limit, (row) => [row.lastMessageAt, row.id]);
};
