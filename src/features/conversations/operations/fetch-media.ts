// Fetches the file of a received message once more.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { fetchAgain, mediaOfMessage } from '#features/media/media.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const fetchMedia: Handler<typeof conversationsContract.fetchMedia> = async (call, { id }) => {
  const media = await mediaOfMessage(call, id);
  if (!media) throw notFound('file');
  await visibleThread(call, media.conversationId);
  if (media.state === 'failed') await fetchAgain(call, id);
  return done;
};
