// Counts unread conversations, for the badge of the inbox.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { countConversations } from '#features/conversations/read-conversations.ts';
import type { Handler } from '#operations/handle.ts';

const MOST = 1_000;

export const countUnread: Handler<typeof conversationsContract.unread> = async (call) => ({
  count: await countConversations(call, { show: 'unread' }, MOST),
});
