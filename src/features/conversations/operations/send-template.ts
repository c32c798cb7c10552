// Sends an approved template in a conversation, at any time.
import { placeholderValues } from '#features/contacts/contacts.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { recipientOf } from '#features/conversations/may-write.ts';
import { previewOf } from '#features/conversations/preview.ts';
import { readMessage } from '#features/conversations/read-messages.ts';
import { swapTemplateMedia } from '#features/conversations/swap-template-media.ts';
import { attachFile } from '#features/media/media.ts';
import { enqueueMessages } from '#features/sending/sending.ts';
import {
  buildTemplateMessage,
  renderTemplate,
  templateForSending,
  textsFromSources,
} from '#features/templates/templates.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { badInput, conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { mediaSlots } from '#whatsapp/template-slots.ts';

export const sendTemplate: Handler<typeof conversationsContract.sendTemplate> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  const contact = await recipientOf(call, thread);
  const { numberId } = thread;
  const template = await templateForSending(call, input.templateId, {
    numberId,
    without: Object.keys(input.media),
  });
  if (template.category === 'marketing' && contact.consent === 'unsubscribed' && !input.confirmUnsubscribed)
    throw conflict(
      'contact_unsubscribed',
      'This contact unsubscribed from marketing: confirm that you want to send it all the same.',
    );
  const swapped = await swapTemplateMedia(call, numberId, template.content, input.media);
  const { name } = await call.tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  const filling = {
    texts: { ...textsFromSources(template.variables, placeholderValues(contact, name)), ...input.texts },
    media: {
      ...template.media,
      ...Object.fromEntries(
        Object.entries(swapped).map(([key, { mediaId, name }]) => [
          key,
          { media: { id: mediaId }, fileName: name },
        ]),
      ),
    },
  };
  const built = buildTemplateMessage(template, filling, template.variables);
  if (!built.ok)
    throw badInput(
      built.missing.map(({ key, words }) => ({
        path: mediaSlots(template.content).some((slot) => slot.key === key) ? `media.${key}` : `texts.${key}`,
        message: words,
      })),
      'Some values of the template are missing.',
    );
  const shown = renderTemplate(template.content, filling.texts);
  const [message] = await enqueueMessages(call, [
    {
      numberId,
      contactId: thread.contactId,
      content: built.message,
      shown,
      preview: previewOf({ type: 'text', text: shown.body }),
      priority: 0,
      author: call.actor,
      timeToLiveSeconds: template.timeToLiveSeconds,
    },
  ]);
  const file = swapped.header;
  if (file) await attachFile(call, { messageId: message!.id, mediaId: file.mediaId, fileId: file.fileId });
  return readMessage(call, thread, message!.id);
};
