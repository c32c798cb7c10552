// Puts the values of a conversation's contact into a quick reply.
import { fillPlaceholders, placeholderValues, readContacts } from '#features/contacts/contacts.ts';
import type { quickRepliesContract } from '#features/quick-replies/quick-replies.contract.ts';
import { findQuickReply } from '#features/quick-replies/quick-replies.store.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const fillQuickReply: Handler<typeof quickRepliesContract.fill> = async (call, input) => {
  const thread = await visibleThread(call, input.conversationId);
  const reply = await findQuickReply(call, input.id);
  if (!reply) throw notFound('quick reply');
  const contact = (await readContacts(call, [thread.contactId])).get(thread.contactId);
  if (!contact) throw notFound('contact');
  const { name } = await call.tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return fillPlaceholders(reply.text, placeholderValues(contact, name));
};
