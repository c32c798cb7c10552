// Deletes a quick reply.
import { dropWhenUnused } from '#features/quick-replies/jobs/drop-unused.job.ts';
import { changeable } from '#features/quick-replies/may-change.ts';
import type { quickRepliesContract } from '#features/quick-replies/quick-replies.contract.ts';
import { deleteQuickReply as remove } from '#features/quick-replies/quick-replies.store.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const deleteQuickReply: Handler<typeof quickRepliesContract.delete> = async (call, { id }) => {
  const gone = await changeable(call, id);
  await remove(call, gone.id);
  if (gone.file_id) await dropWhenUnused(call, gone.file_id);
  return done;
};
