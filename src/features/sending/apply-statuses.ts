// Moves messages by the statuses that the provider reports: forward only, however often and in whatever order.
import { publishAll } from '#events/publish.ts';
import { isId } from '#kit/ids.ts';
import { FAILURE_KINDS, type Failure } from '#whatsapp/failure-kinds.ts';
import { againAfterFailure, stopsCampaign } from './fates.ts';
import { markContacts } from './mark-contacts.ts';
import { type Heard, isKnown, packHeard, unpackHeard } from './message-history.ts';
import { advance, type HeardStatus, isProven, type OutgoingState, stateOfStatus } from './message-states.ts';
import { noteHeard } from './note-heard.ts';
import { type LockedMessage, lockMessages, type MessageUpdate, updateMessages } from './sending.store.ts';
import type {
  CampaignHalt,
  MessageFailure,
  MessageMove,
  MessageStatus,
  SendingCall,
  SendingWatcher,
} from './sending.types.ts';
import { sendAgain } from './sending-again.store.ts';
import { removeProven } from './sending-queue.store.ts';

/**
 * Applies a batch in the caller's transaction and tells `watcher`. A message is found by our own id in the status,
 * or by the provider's; statuses of messages that are not ours are passed over. A status also proves that an
 * uncertain message left, and may come before the answer to the call that sent it.
 */
export async function applyStatuses(
  call: SendingCall,
  statuses: readonly MessageStatus[],
  watcher: SendingWatcher,
): Promise<MessageMove[]> {
  const byOurs = statuses.filter((status) => status.callbackId && isId(status.callbackId));
  const byTheirs = statuses.filter((status) => !(status.callbackId && isId(status.callbackId)));
  const locked = await lockMessages(call, {
    ids: byOurs.map((status) => status.callbackId!),
    providerIds: byTheirs.map((status) => status.providerMessageId),
  });
  // Before any place in the queue is locked: it moves others' places, and two batches at once would wait in a circle.
  if (locked.length > 0) await noteHeard(call, [...new Set(locked.map((message) => message.numberId))]);
  const found = new Map<string, LockedMessage>();
  for (const message of locked) {
    found.set(message.id, message);
    if (message.providerId) found.set(message.providerId, message);
  }
  const drafts = new Map<string, Draft>();
  for (const status of statuses) {
    const message = found.get(status.callbackId ?? '') ?? found.get(status.providerMessageId);
    if (!message) continue;
    const draft = drafts.get(message.id) ?? startDraft(message);
    drafts.set(message.id, draft);
    note(draft, status);
  }
  const changed = [...drafts.values()].filter((draft) => draft.changed);
  await updateMessages(call, changed.map(toUpdate));
  const moves = changed.filter((draft) => draft.state !== draft.message.state).map(toMove);
  await removeProven(
    call,
    moves.filter((move) => !isProven(move.from)).map((move) => move.messageId),
  );
  await sendAgain(
    call,
    changed.flatMap(({ id, again }) =>
      again ? [{ id, dueAt: new Date(call.now.getTime() + again.afterMs), attempts: again.failures }] : [],
    ),
  );
  await announceMoves(call, moves);
  await markContacts(call, moves);
  await watcher.moved(call, moves);
  await watcher.halted(call, haltsOf(changed));
  return moves;
}

const OWN_FAULT = { kind: 'provider_fault', text: FAILURE_KINDS.provider_fault.words } as const;

type Draft = MessageUpdate & {
  message: LockedMessage;
  changed: boolean;
  cause: Failure | null;
  price: MessageMove['price'] | null;
  heard: Heard[];
  /** It failed before it left, and is sent again. */
  again: { afterMs: number; failures: number } | null;
};

function startDraft(message: LockedMessage): Draft {
  return {
    message,
    id: message.id,
    state: message.state,
    providerId: null,
    failure: null,
    cause: null,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    failedAt: null,
    changed: false,
    price: null,
    heard: [],
    again: null,
  };
}

function note(draft: Draft, status: MessageStatus): void {
  const next = stateOfStatus(status.status);
  if (next === null || !hear(draft, status, next)) return;
  const failedTry = failedTryOf(draft, status);
  const after = advance(draft.state, failedTry ? 'failed' : next);
  if (draft.message.providerId === null && draft.providerId === null) {
    draft.providerId = status.providerMessageId;
    draft.changed = true;
  }
  if (status.pricing || !draft.price)
    draft.price = { pricing: status.pricing ?? null, recipient: status.recipient };
  if (next === 'sent') draft.sentAt = status.occurredAt;
  if (next === 'delivered') draft.deliveredAt = status.occurredAt;
  if (next === 'read') draft.readAt = status.occurredAt;
  if (after === draft.state) return;
  draft.changed = true;
  draft.state = after;
  draft.again = null;
  draft.failure = null;
  if (after !== 'failed') return;
  draft.failedAt = status.occurredAt;
  if (!failedTry) draft.cause = status.failures[0] ?? null;
  draft.failure =
    failedTry && !draft.cause ? { ...OWN_FAULT, code: failedTry.code ?? null } : asKept(draft.cause);
  draft.again = !failedTry && neverLeft(draft) ? repetition(draft) : null;
  if (draft.again) Object.assign(draft, { state: 'queued', failedAt: null, failure: null });
}

/** The provider took it, and no word of its leaving came. While our own call is under way its end decides. */
function neverLeft({ message, heard }: Draft): boolean {
  const left = (one: Heard) => one.name === 'sent' || one.name === 'delivered' || one.name === 'read';
  const taken = message.state === 'accepted' || message.state === 'held';
  return taken && !heard.some(left) && !sinceLastFailure(unpackHeard(message.history)).some(left);
}

function repetition({ message, heard, cause }: Draft): Draft['again'] {
  const all = [...unpackHeard(message.history), ...heard];
  const failures = all.filter((one) => one.name === 'failed').length;
  const afterMs = cause && againAfterFailure(cause, failures);
  return afterMs === null ? null : { afterMs, failures };
}

/**
 * The failure that a message waits after to be sent again, when word comes after it that the message had left before:
 * it may have reached the phone, so it stays failed.
 */
function failedTryOf(
  { message, state, heard }: Draft,
  { status, occurredAt }: MessageStatus,
): Heard | undefined {
  if (status !== 'sent' || isProven(state)) return undefined;
  const all = [...unpackHeard(message.history), ...heard];
  return all.findLast((one) => one.name === 'failed' && one.at >= occurredAt);
}

function sinceLastFailure(history: Heard[]): Heard[] {
  return history.slice(history.findLastIndex((one) => one.name === 'failed') + 1);
}

/** Notes what was said; false when the same was said before. */
function hear(draft: Draft, status: MessageStatus, name: HeardStatus): boolean {
  const code = status.failures[0]?.code;
  const heard: Heard = { name, at: status.occurredAt, ...(code ? { code } : {}) };
  if (isKnown(draft.message.history, heard) || isKnown(packHeard(draft.heard), heard)) return false;
  draft.heard.push(heard);
  draft.changed = true;
  return true;
}

function toUpdate({ message, changed, cause, price, again, ...update }: Draft): MessageUpdate {
  return update;
}

function toMove({ message, state, failure, price }: Draft): MessageMove {
  const { id, conversationId, contactId, campaignId } = message;
  const move = { messageId: id, conversationId, contactId, campaignId, from: message.state, to: state };
  return { ...move, failure, ...(price ? { price } : {}) };
}

/** A provider's failure as it is kept with a message. */
export function asKept(failure: Failure | null): MessageFailure {
  if (!failure)
    return { kind: 'unknown', code: null, text: 'WhatsApp refused the message without saying why.' };
  const { kind, code, message, detail } = failure;
  return { kind, code: code ?? null, text: detail ? `${message} (${detail})` : message };
}

/** Failures of a message that concern the whole campaign. */
function haltsOf(drafts: readonly Draft[]): CampaignHalt[] {
  return drafts.flatMap(({ message, cause }) =>
    message.campaignId && cause && stopsCampaign(cause)
      ? [{ campaignId: message.campaignId, kind: cause.kind, scope: cause.stops, text: asKept(cause).text }]
      : [],
  );
}

/** Told live only of messages outside campaigns: a campaign tells its progress as a whole. */
export async function announceMoves(call: SendingCall, moves: readonly MessageMove[]): Promise<void> {
  await publishAll(
    call,
    moves
      .filter((move) => move.campaignId === null)
      .map((move) => ({
        name: 'message.state_changed' as const,
        subjectId: move.messageId,
        payload: { conversationId: move.conversationId, state: move.to satisfies OutgoingState },
      })),
  );
}
