// Creates a quick reply, for the team or for oneself.
import { requireFile } from '#features/quick-replies/kept-file.ts';
import { ownerOfNew, shortcutTaken, toQuickReply } from '#features/quick-replies/may-change.ts';
import {
  MOST_QUICK_REPLIES,
  type quickRepliesContract,
} from '#features/quick-replies/quick-replies.contract.ts';
import {
  countQuickReplies,
  findQuickReply,
  insertQuickReply,
} from '#features/quick-replies/quick-replies.store.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const createQuickReply: Handler<typeof quickRepliesContract.create> = async (call, input) => {
  const owner = ownerOfNew(call, input.shared);
  if ((await countQuickReplies(call, owner)) >= MOST_QUICK_REPLIES)
    throw conflict('quick_replies_full', `There are ${MOST_QUICK_REPLIES} already: delete some first.`);
  await requireFile(call, input.fileId);
  const id = await insertQuickReply(call, owner, input);
  if (!id) throw shortcutTaken(input.shortcut);
  return toQuickReply((await findQuickReply(call, id))!);
};
