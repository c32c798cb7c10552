// Pairs each promise about quick replies with its handler.
import { pair } from '#operations/handle.ts';
import { createQuickReply } from './operations/create-quick-reply.ts';
import { deleteQuickReply } from './operations/delete-quick-reply.ts';
import { fillQuickReply } from './operations/fill-quick-reply.ts';
import { listQuickReplies } from './operations/list-quick-replies.ts';
import { updateQuickReply } from './operations/update-quick-reply.ts';
import { quickRepliesContract } from './quick-replies.contract.ts';

export const quickRepliesOperations = pair(quickRepliesContract, {
  list: listQuickReplies,
  create: createQuickReply,
  update: updateQuickReply,
  delete: deleteQuickReply,
  fill: fillQuickReply,
});
