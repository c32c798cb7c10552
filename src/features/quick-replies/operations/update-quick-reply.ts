// Changes the shortcut and the text of a quick reply.
import { dropWhenUnused } from '#features/quick-replies/jobs/drop-unused.job.ts';
import { requireFile } from '#features/quick-replies/kept-file.ts';
import { changeable, shortcutTaken, toQuickReply } from '#features/quick-replies/may-change.ts';
import type { quickRepliesContract } from '#features/quick-replies/quick-replies.contract.ts';
import { findQuickReply, rewriteQuickReply } from '#features/quick-replies/quick-replies.store.ts';
import type { Handler } from '#operations/handle.ts';

export const updateQuickReply: Handler<typeof quickRepliesContract.update> = async (call, input) => {
  const before = await changeable(call, input.id);
  if (input.fileId !== before.file_id) await requireFile(call, input.fileId);
  if (!(await rewriteQuickReply(call, before.id, input))) throw shortcutTaken(input.shortcut);
  if (before.file_id && input.fileId !== before.file_id) await dropWhenUnused(call, before.file_id);
  return toQuickReply((await findQuickReply(call, before.id))!);
};
