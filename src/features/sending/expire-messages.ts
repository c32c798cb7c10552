// Ends messages that outlived their time: WhatsApp says nothing of those that it could not deliver in time.
import { announceMoves } from './apply-statuses.ts';
import { markContacts } from './mark-contacts.ts';
import type { OutgoingState } from './message-states.ts';
import { lockMessages, updateMessages } from './sending.store.ts';
import type { MessageFailure, MessageMove, SendingCall, SendingWatcher } from './sending.types.ts';
import { takeExpired } from './sending-outcomes.store.ts';

const BATCHES = 20;

const TOO_LATE: MessageFailure = {
  kind: 'not_delivered_in_time',
  code: null,
  text: 'Not delivered in time: the phone was off or without a connection until the message ended.',
};

const OPEN: ReadonlySet<OutgoingState> = new Set(['held', 'accepted', 'sent']);

/** One step, in a transaction; true when there may be more. A delivery that is told of later still counts. */
export async function expireMessages(call: SendingCall, watcher: SendingWatcher): Promise<boolean> {
  const ids = await takeExpired(call, BATCHES);
  if (ids.length === 0) return false;
  const late = (await lockMessages(call, { ids })).filter((message) => OPEN.has(message.state));
  const none = { providerId: null, sentAt: null, deliveredAt: null, readAt: null };
  await updateMessages(
    call,
    late.map(({ id }) => ({
      ...none,
      id,
      state: 'failed' as const,
      failure: TOO_LATE,
      failedAt: call.now,
      heard: [{ name: 'expired' as const, at: call.now }],
    })),
  );
  const moves = late.map(
    ({ id, conversationId, contactId, campaignId, state }): MessageMove => ({
      messageId: id,
      conversationId,
      contactId,
      campaignId,
      from: state,
      to: 'failed',
      failure: TOO_LATE,
    }),
  );
  await announceMoves(call, moves);
  await markContacts(call, moves);
  await watcher.moved(call, moves);
  return true;
}
