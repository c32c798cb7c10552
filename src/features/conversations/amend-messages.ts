// What customers change afterwards: edited and withdrawn messages, new numbers and user ids.
import { publishAll } from '#events/publish.ts';
import { changeIdentity } from '#features/contacts/contacts.ts';
import { type Amendment, amendContents } from '#features/sending/sending.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { type ReceiveCall, receiveMessages } from './receive-messages.ts';

/** Edits show the new words and keep the earlier ones, withdrawals hide all of them. */
export async function amendMessages(call: ReceiveCall, events: readonly ProviderEvent[]): Promise<void> {
  const changed = await amendContents(
    call,
    events.flatMap((event): Amendment[] => {
      if (event.kind === 'message_edited')
        return event.content.type === 'unknown'
          ? []
          : [
              {
                providerId: event.originalMessageId,
                change: { ...event.content, edited: true },
                editedAt: event.occurredAt,
              },
            ];
      if (event.kind === 'message_revoked')
        return [{ providerId: event.originalMessageId, change: { withdrawn: true } }];
      return [];
    }),
  );
  await publishAll(
    call,
    changed.map(({ id, conversationId }) => ({
      name: 'message.changed' as const,
      subjectId: id,
      payload: { conversationId },
    })),
  );
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
