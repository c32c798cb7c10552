// Hands one claimed message to the provider, unless the person may not get it any more.
import { isProven } from '#features/sending/message-states.ts';
import type { MessageFailure } from '#features/sending/sending.types.ts';
import type { ClaimedMessage } from '#features/sending/sending-queue.store.ts';
import type { OutgoingContent } from '#whatsapp/outgoing-message.ts';
import type { SendOutcome, WhatsAppProvider } from '#whatsapp/port.ts';
import type { Outcome } from './record-outcomes.ts';

/** Never throws: what nobody foresaw may have left, and is uncertain. */
export async function sendOne(
  provider: Pick<WhatsAppProvider, 'send'>,
  message: ClaimedMessage,
): Promise<Outcome['result']> {
  if (isProven(message.state)) return { outcome: 'untried' };
  const failure = reasonToWithhold(message);
  if (failure) return { outcome: 'withheld', failure };
  try {
    return await provider.send({
      recipient: {
        ...(message.phone ? { phone: message.phone } : {}),
        ...(message.userId ? { userId: message.userId } : {}),
      },
      content: revive(message.content),
      callbackId: message.id,
      ...(message.replyTo ? { replyTo: message.replyTo } : {}),
    });
  } catch (error) {
    return { outcome: 'uncertain', reason: String(error), failure: unforeseen } satisfies SendOutcome;
  }
}

const unforeseen = {
  kind: 'unknown',
  retry: 'no',
  stops: 'message',
  mayHaveBeenAccepted: true,
  message: 'Something unforeseen happened while the message was sent.',
} as const;

function reasonToWithhold(message: ClaimedMessage): MessageFailure | null {
  if (message.contactId === null)
    return { kind: 'contact_gone', code: null, text: 'The contact was deleted before the message was sent.' };
  if (message.blocked)
    return {
      kind: 'contact_blocked',
      code: null,
      text: 'The contact was blocked before the message was sent.',
    };
  if (message.unsubscribed)
    return {
      kind: 'contact_unsubscribed',
      code: null,
      text: 'The contact unsubscribed before the message was sent.',
    };
  if (message.marketingRests)
    return {
      kind: 'marketing_rests',
      code: null,
      text: 'WhatsApp held marketing to this person back within the last 24 hours.',
    };
  if (message.phone === null && message.userId === null)
    return {
      kind: 'no_address',
      code: null,
      text: 'The contact has neither a phone number nor a WhatsApp id.',
    };
  return null;
}

/** Content as rows keep it has times as text. */
function revive(content: OutgoingContent): OutgoingContent {
  if (content.type !== 'template' || !content.values?.offerExpiresAt) return content;
  return {
    ...content,
    values: { ...content.values, offerExpiresAt: new Date(content.values.offerExpiresAt) },
  };
}
