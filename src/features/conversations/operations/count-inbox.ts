// Counts the parts of the inbox, for the tabs above the list.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { countConversations } from '#features/conversations/read-conversations.ts';
import type { Handler } from '#operations/handle.ts';

const MOST = 1_000;

export const countInbox: Handler<typeof conversationsContract.counts> = async (call) => ({
  unread: await countConversations(call, { show: 'unread' }, MOST),
  mine: await countConversations(call, { show: 'mine' }, MOST),
  unassigned: await countConversations(call, { show: 'unassigned' }, MOST),
  waiting: await countConversations(call, { show: 'waiting' }, MOST),
});
