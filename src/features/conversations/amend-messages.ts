// What customers change afterwards: edited and withdrawn messages, new numbers and user ids.
import { publishAll } from '#events/publish.ts';
import { changeIdentity } from '#features/contacts/contacts.ts';
import { amendContents } from '#features/sending/sending.ts';
import { renewPreviews } from '#features/threads/threads.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { type EarlyAmendment, keepEarly, unknownMessages } from './early-amendments.store.ts';
import { previewOf } from './preview.ts';
import { type ReceiveCall, receiveMessages } from './receive-messages.ts';

/**
 * Edits show the new words and keep the earlier ones, withdrawals hide all of them. WhatsApp promises no order: what
 * is about a message that has not come yet waits for it.
 */
export async function amendMessages(call: ReceiveCall, events: readonly ProviderEvent[]): Promise<void> {
  const amendments = events.flatMap(amendmentOf);
  const changed = await amendContents(call, amendments);
  await renewPreviews(
    call,
    changed.map(({ id, conversationId, content }) => ({
      conversationId,
      messageId: id,
      preview: previewOf(content),
    })),
  );
  await publishAll(
    call,
    changed.map(({ id, conversationId }) => ({
      name: 'message.changed' as const,
      subjectId: id,
      payload: { conversationId },
    })),
  );
  const early = await unknownMessages(call, [...new Set(amendments.map((one) => one.providerId))]);
  await keepEarly(
    call,
    amendments.filter((one) => early.has(one.providerId)),
  );
}

function amendmentOf(event: ProviderEvent): EarlyAmendment[] {
  if (event.kind !== 'message_edited' && event.kind !== 'message_revoked') return [];
  const { waId, userId } = event.person;
  const shared = {
    providerId: event.originalMessageId,
    toldBy: event.providerMessageId || event.dedupeKey,
    knownBy: [waId, userId].filter((id) => id !== undefined),
  };
  if (event.kind === 'message_revoked') return [{ ...shared, change: { withdrawn: true } }];
  if (event.content.type === 'unknown') return [];
  return [{ ...shared, change: { ...event.content, edited: true }, editedAt: event.occurredAt }];
}

/** People who changed their number or user id stay the same contact; a new number is told in the conversation. */
export async function followIdentities(call: ReceiveCall, events: readonly ProviderEvent[]): Promise<void> {
  for (const event of events) {
    if (event.kind === 'user_phone_changed' && event.waId)
      await changeIdentity(
        call,
        { waId: event.previousWaId, userId: event.person.userId },
        { waId: event.waId },
      );
    if (event.kind === 'user_id_changed' && event.userId)
      await changeIdentity(
        call,
        { userId: event.previousUserId, waId: event.person.waId },
        { userId: event.userId, waId: event.person.waId },
      );
  }
  await receiveMessages(call, events.flatMap(numberNotice));
}

function numberNotice(event: ProviderEvent): ProviderEvent[] {
  if (event.kind !== 'user_phone_changed' || !event.waId) return [];
  const { previousWaId, waId, person, text, ...origin } = event;
  const content = {
    type: 'system' as const,
    event: 'number_changed',
    ...(text ? { text } : {}),
    ...(previousWaId ? { previous: `+${previousWaId}` } : {}),
    next: `+${waId}`,
  };
  return [{ ...origin, kind: 'message_received', from: { ...person, waId }, content, failures: [] }];
}
