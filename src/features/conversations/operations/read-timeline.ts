// Reads a conversation in order of time: the latest, around a time or an item, or on from a cursor.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { placeOf, readAround, readPage } from '#features/conversations/read-timeline.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { badInput } from '#kit/errors.ts';
import { decodeCursor } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export const readTimeline: Handler<typeof conversationsContract.timeline> = async (call, input) => {
  const { limit, older, newer, aroundAt, aroundId } = input;
  const thread = await visibleThread(call, input.id);
  const given = [older, newer, aroundAt, aroundId].filter((one) => one !== undefined);
  if (given.length > 1)
    throw badInput([{ path: 'older', message: 'Give one of older, newer, aroundAt and aroundId.' }]);
  if (aroundId) return readAround(call, thread, limit, await placeOf(call, thread, aroundId));
  if (aroundAt)
    return readAround(call, thread, limit, { at: new Date(aroundAt).toISOString(), id: FIRST_ID });
  if (older) return readPage(call, thread, limit, { before: place(older) });
  if (newer) return readPage(call, thread, limit, { after: place(newer) });
  return readPage(call, thread, limit, {});
};

function place(cursor: string) {
  const [at, id] = decodeCursor(cursor, ['instant', 'id']);
  return { at, id };
}
