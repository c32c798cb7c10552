// Searches messages by their words, latest first.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { findMessages } from '#features/conversations/search/find-messages.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const searchMessages: Handler<typeof conversationsContract.searchMessages> = async (call, input) => {
  const { limit, cursor, search } = input;
  const place = cursor === undefined ? undefined : decodeCursor(cursor, ['instant', 'id']);
  const before = place && { at: new Date(place[0]), id: place[1] };
  const rows = await findMessages(call, search, limit + 1, before);
  return toPage(rows, limit, (row) => [row.at, row.messageId]);
};
