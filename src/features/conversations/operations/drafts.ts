// Gets and keeps what the caller began to write in a conversation.
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { keepDraft, readDrafts } from '#features/conversations/drafts/drafts.store.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const getDrafts: Handler<typeof conversationsContract.drafts> = async (call, { id }) => {
  const userId = personOf(call);
  return readDrafts(call, await visibleThread(call, id), userId);
};

export const saveDraft: Handler<typeof conversationsContract.saveDraft> = async (call, input) => {
  const userId = personOf(call);
  await keepDraft(call, await visibleThread(call, input.id), userId, input.side, input.text);
  return done;
};
