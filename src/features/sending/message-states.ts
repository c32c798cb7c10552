// How a sent message moves: forward only, whatever comes late, twice or in another order.
import type { StatusName } from '#whatsapp/provider-event.ts';

export const OUTGOING_STATES = [
  'queued',
  'uncertain',
  'held',
  'accepted',
  'sent',
  'failed',
  'delivered',
  'read',
] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

/**
 * The order in which states may follow each other. A failure may come after `sent`; a delivery after a failure is
 * rare but true (the message had waited on the way), and then counts.
 */
const RANK: Record<OutgoingState, number> = {
  queued: 0,
  uncertain: 1,
  // Taken, but kept back while WhatsApp judges the template.
  held: 2,
  accepted: 3,
  sent: 4,
  failed: 5,
  delivered: 6,
  read: 7,
};

/** The state after news of `next`: the later of the two. */
export function advance(present: OutgoingState, next: OutgoingState): OutgoingState {
  return RANK[next] > RANK[present] ? next : present;
}

/** Whether the provider has said that it took the message. */
export function isProven(state: OutgoingState): boolean {
  return RANK[state] >= RANK.held;
}

export type HeardStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** What a provider's status makes of a message; null for statuses that say nothing about its way. */
export function stateOfStatus(status: StatusName): HeardStatus | null {
  switch (status) {
    case 'sent':
    case 'delivered':
    case 'read':
    case 'failed':
      return status;
    case 'played':
      return 'read';
    default:
      return null;
  }
}
