// Writes a note for the team into a conversation.
import { publish } from '#events/publish.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { requireMembers } from '#features/conversations/require-members.ts';
import { addEntries, visibleThread } from '#features/threads/threads.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const addNote: Handler<typeof conversationsContract.addNote> = async (
  call,
  { id, text, ...input },
) => {
  const thread = await visibleThread(call, id);
  const mentions = [...new Set(input.mentions)];
  await requireMembers(call, 'mentions', mentions);
  const [noteId] = await addEntries(call, call.actor, [
    { conversationId: thread.id, kind: 'note', content: { text, mentions } },
  ]);
  await publish(call, 'note.added', thread.id, { conversationId: thread.id, noteId: noteId!, mentions });
  const { actor } = call;
  const author = { kind: actor.kind, id: 'id' in actor ? actor.id : null, name: actor.name };
  return { type: 'note', id: noteId!, at: iso(call.now), author, text, mentions };
};
