// Sends one message and says which of the three happened: accepted, refused, or not known.

import type { OutgoingMessage } from '#whatsapp/outgoing-message.ts';
import type { SendOutcome } from '#whatsapp/port.ts';
import type { ConnectionKeys } from './calls.ts';
import type { GraphClient } from './client.ts';
import { plainFailure } from './failures.ts';
import { SendAnswer } from './wire.ts';
import { writeMessage } from './write-message.ts';

/** Taken, but kept back until the template's quality is judged; a status follows either way. */
const HELD = new Set(['held_for_quality_assessment', 'paused']);

export async function sendMessage(
  client: GraphClient,
  { token, phoneNumberId }: Pick<ConnectionKeys, 'token' | 'phoneNumberId'>,
  message: OutgoingMessage,
): Promise<SendOutcome> {
  const { phone, userId } = message.recipient;
  if (!phone && !userId)
    return {
      outcome: 'refused',
      failure: plainFailure('request_invalid', 'no', 'There is nobody to send it to'),
    };
  const reply = await client.call({
    method: 'POST',
    path: `${phoneNumberId}/messages`,
    token,
    body: writeMessage(message),
  });
  if (reply.result !== 'answer') {
    const { failure } = reply;
    if (!failure.mayHaveBeenAccepted) return { outcome: 'refused', failure };
    return { outcome: 'uncertain', reason: failure.detail ?? failure.message, failure };
  }
  const answer = SendAnswer.safeParse(reply.body);
  const [sent] = answer.data?.messages ?? [];
  if (!sent) {
    const reason = 'The answer names no message';
    const failure = { ...plainFailure('provider_fault', 'no', reason), mayHaveBeenAccepted: true };
    return { outcome: 'uncertain', reason, failure };
  }
  const [contact] = answer.data?.contacts ?? [];
  return {
    outcome: 'accepted',
    providerMessageId: sent.id,
    ...(contact?.wa_id ? { waId: contact.wa_id } : {}),
    ...(contact?.user_id ? { userId: contact.user_id } : {}),
    held: HELD.has(sent.message_status ?? ''),
  };
}
