// Gets one conversation.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readConversation } from '#features/conversations/read-conversations.ts';
import type { Handler } from '#operations/handle.ts';

export const getConversation: Handler<typeof conversationsContract.get> = (call, { id }) =>
  readConversation(call, id);
