// Sending once more what failed, and which failures the same message would meet again.
import { z } from 'zod';
import { Id, operation } from '#operations/operation.ts';
import { Message } from './conversation-shapes.contract.ts';

/** The same to the same person fails again for these reasons: it takes another message, or none. */
const FAILS_AGAIN: ReadonlySet<string> = new Set([
  'contact_blocked',
  'contact_unsubscribed',
  'contact_gone',
  'no_address',
  'recipient_blocked',
  'recipient_opted_out',
  'recipient_not_allowed',
  'recipient_needs_phone',
  'sender_is_recipient',
  'country_restricted',
  'request_invalid',
  'content_refused',
  'media_rejected',
  'message_type_unsupported',
  'template_missing',
  'template_paused',
  'template_disabled',
  'template_parameters',
  'template_text_too_long',
  'template_refused',
]);

export function mayBeSentAgain({ direction, state, failure, content }: Message): boolean {
  return (
    direction === 'out' &&
    state === 'failed' &&
    content.againId === undefined &&
    !FAILS_AGAIN.has(failure?.kind ?? '')
  );
}

export const messageAgainContract = {
  sendAgain: operation('chats:write', { creates: true })
    .route({
      method: 'POST',
      path: '/conversations/{id}/messages/{messageId}/again',
      successStatus: 201,
      summary: 'Send a failed message once more',
      description:
        'As a new message with the same content; the failed one names it as `content.againId`. Refused with `would_fail_again` when the reason of the failure stands against it.',
    })
    .input(z.object({ id: Id, messageId: Id }))
    .output(Message),
};
