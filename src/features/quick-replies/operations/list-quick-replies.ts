// Lists the quick replies of the team and of the caller.
import { toQuickReply } from '#features/quick-replies/may-change.ts';
import type { quickRepliesContract } from '#features/quick-replies/quick-replies.contract.ts';
import { readQuickReplies } from '#features/quick-replies/quick-replies.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listQuickReplies: Handler<typeof quickRepliesContract.list> = async (call) => ({
  items: (await readQuickReplies(call)).map(toQuickReply),
});
