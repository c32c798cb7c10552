// Sends an approved template in a conversation, at any time.
import { placeholderValues } from '#features/contacts/contacts.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { recipientOf } from '#features/conversations/may-write.ts';
import { previewOf } from '#features/conversations/preview.ts';
import { readMessage } from '#features/conversations/read-messages.ts';
import { enqueueMessages } from '#features/sending/sending.ts';
import {
  buildTemplateMessage,
  renderTemplate,
  templateForSending,
  textsFromSources,
} from '#features/templates/templates.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const sendTemplate: Handler<typeof conversationsContract.sendTemplate> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  const contact = await recipientOf(call, thread);
  const template = await templateForSending(call, input.templateId, { numberId: thread.numberId });
  const { name } = await call.tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  const filling = {
    texts: { ...textsFromSources(template.variables, placeholderValues(contact, name)), ...input.texts },
    media: template.media,
  };
  const built = buildTemplateMessage(template, filling, template.variables);
  if (!built.ok)
    throw badInput(
      built.missing.map(({ key, words }) => ({ path: `texts.${key}`, message: words })),
      'Some values of the template are missing.',
    );
  const shown = renderTemplate(template.content, filling.texts);
  const [message] = await enqueueMessages(call, [
    {
      numberId: thread.numberId,
      contactId: thread.contactId,
      content: built.message,
      shown,
      preview: previewOf({ type: 'text', text: shown.body }),
      priority: 0,
      author: call.actor,
      timeToLiveSeconds: template.timeToLiveSeconds,
    },
  ]);
  return readMessage(call, thread, message!.id);
};
