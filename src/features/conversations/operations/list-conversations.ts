// Lists conversations of the inbox, latest first.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readInbox } from '#features/conversations/read-conversations.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listConversations: Handler<typeof conversationsContract.list> = async (call, input) => {
  const { limit, cursor, ...filter } = input;
  const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, 2);
  const after = cursor === undefined ? undefined : { at: String(at), id: String(id) };
  const rows = await readInbox(call, filter, limit + 1, after);
  return toPage(rows, limit, (row) => [row.lastMessageAt, row.id]);
};
