// Failures after which the same message to the same person cannot succeed: a retry leaves these people out.
import type { SendingFailureKind } from '#features/sending/sending.ts';
import type { FailureKind } from '#whatsapp/failure-kinds.ts';

export const HOPELESS: ReadonlySet<FailureKind | SendingFailureKind> = new Set<
  FailureKind | SendingFailureKind
>([
  'recipient_opted_out',
  'recipient_blocked',
  'recipient_in_experiment',
  'country_restricted',
  'sender_is_recipient',
  'contact_blocked',
  'contact_unsubscribed',
  'contact_gone',
  'no_address',
]);
