// The front door of sending: put messages in the queue, apply statuses, take back what a campaign has queued.
import { deleteUnsent } from './sending.store.ts';
import type { SendingCall } from './sending.types.ts';
import { firstInQueue, mayStillLeave, queuedOf, takeBackQueued } from './sending-queue.store.ts';

export { applyStatuses } from './apply-statuses.ts';
export { campaignOpening } from './campaign-opening.ts';
export { enqueueMessages, SEND_SIGNAL } from './enqueue-messages.ts';
export { type CustomerPlace, countryOfPhone, zonesOf } from './limits/customer-zones.ts';
export { shareOut } from './limits/fair-share.ts';
export { offsetAt } from './limits/zone-clock.ts';
export { advance, isProven, OUTGOING_STATES, type OutgoingState } from './message-states.ts';
export { type HeardOfMessage, heardOf, readHistory } from './read-history.ts';
export type {
  CampaignHalt,
  EnqueuedMessage,
  MessageFailure,
  MessageMove,
  MessageStatus,
  NewMessage,
  Priority,
  SendingCall,
  SendingFailureKind,
  SendingWatcher,
} from './sending.types.ts';
export { allowResends } from './sending-doubts.store.ts';
export { eraseMessages, erasePlaces, messagesOfContacts, withdrawOf } from './sending-erase.store.ts';
export { readSettings } from './sending-hours.store.ts';
export { type ImportedMessage, insertImported } from './sending-imported.store.ts';
export { limitStandings, placesHeld } from './sending-limits.store.ts';
export { moveMessages } from './sending-merge.store.ts';
export {
  type Amended,
  type Amendment,
  amendContents,
  insertReceived,
  type KeptMessage,
  noteSentAgain,
  type ReceivedMessage,
} from './sending-received.store.ts';
export { type Decision, settleUncertain } from './settle-uncertain.store.ts';
export { firstInQueue, mayStillLeave, queuedOf };

/**
 * Takes back the messages of a campaign that nobody is sending yet; they never were. Answers their contacts. What is
 * being sent at this moment is left alone: repeat until `mayStillLeave` is 0.
 */
export async function withdrawQueued(call: SendingCall, campaignId: string): Promise<string[]> {
  const taken = await takeBackQueued(call, campaignId);
  await deleteUnsent(
    call,
    taken.map((row) => row.id),
  );
  return taken.map((row) => row.contactId);
}
