// Writes what became of a batch of sent messages: one transaction, a fixed number of statements.
import { announceMoves, asKept } from '#features/sending/apply-statuses.ts';
import { fateOf } from '#features/sending/fates.ts';
import { markContacts } from '#features/sending/mark-contacts.ts';
import { advance, isProven } from '#features/sending/message-states.ts';
import {
  type LockedMessage,
  lockMessages,
  type MessageUpdate,
  updateMessages,
} from '#features/sending/sending.store.ts';
import type {
  CampaignHalt,
  MessageFailure,
  MessageMove,
  SendingCall,
  SendingWatcher,
} from '#features/sending/sending.types.ts';
import { awaitProof, type Try } from '#features/sending/sending-doubts.store.ts';
import { noteExpiries } from '#features/sending/sending-outcomes.store.ts';
import { type ClaimedMessage, giveBack, removeFromQueue } from '#features/sending/sending-queue.store.ts';
import type { SendOutcome } from '#whatsapp/port.ts';

export type Outcome = {
  message: Pick<ClaimedMessage, 'id' | 'claim' | 'attempts' | 'campaignId'> &
    Partial<Pick<ClaimedMessage, 'timeToLiveSeconds'>>;
  result:
    | SendOutcome
    /** Never handed to the provider, for a reason of ours. */
    | { outcome: 'withheld'; failure: MessageFailure }
    /** Claimed but not tried: the lane ended or rests. */
    | { outcome: 'untried' }
    /** Left behind by a tenure that ended. */
    | { outcome: 'orphaned' };
};

export type OutcomeTimes = { proofWaitMs: number };

/** Telling an outcome twice, or late, changes nothing: each is told of one try, by its claim. */
export async function recordOutcomes(
  call: SendingCall,
  outcomes: readonly Outcome[],
  watcher: SendingWatcher,
  times: OutcomeTimes,
): Promise<void> {
  const locked = await lockMessages(call, { ids: outcomes.map(({ message }) => message.id) });
  const found = new Map(locked.map((message) => [message.id, message]));
  const batch = emptyBatch();
  for (const outcome of outcomes) {
    const message = found.get(outcome.message.id);
    if (message) decide(batch, message, outcome, call.now);
  }
  for (const id of await awaitProof(call, batch.uncertain, times.proofWaitMs))
    move(batch, found.get(id)!, 'uncertain', {});
  for (const id of await giveBack(call, batch.again)) unDoubt(batch, found.get(id)!);
  await updateMessages(call, batch.updates);
  await removeFromQueue(call, batch.settled);
  await noteExpiries(call, batch.taken);
  await announceMoves(call, batch.moves);
  await markContacts(call, batch.moves);
  await watcher.moved(call, batch.moves);
  await watcher.halted(call, batch.halts);
}

type Batch = {
  updates: MessageUpdate[];
  moves: MessageMove[];
  settled: string[];
  taken: { id: string; timeToLiveSeconds: number | null }[];
  again: (Try & { dueAt: Date; counted: boolean })[];
  uncertain: Try[];
  halts: CampaignHalt[];
};

function emptyBatch(): Batch {
  return { updates: [], moves: [], settled: [], taken: [], again: [], uncertain: [], halts: [] };
}

function decide(batch: Batch, message: LockedMessage, outcome: Outcome, now: Date): void {
  const { result } = outcome;
  const tried = { id: message.id, claim: outcome.message.claim };
  if (result.outcome === 'accepted') {
    const name = result.held ? 'held' : 'accepted';
    move(batch, message, name, { providerId: result.providerMessageId, heard: [{ name, at: now }] });
    batch.settled.push(message.id);
    batch.taken.push({ id: message.id, timeToLiveSeconds: outcome.message.timeToLiveSeconds ?? null });
    return;
  }
  // A status came first: it left, whatever the answer says.
  if (isProven(message.state)) {
    batch.settled.push(message.id);
    return;
  }
  if (result.outcome === 'untried') {
    batch.again.push({ ...tried, dueAt: now, counted: false });
    return;
  }
  if (result.outcome === 'withheld') {
    move(batch, message, 'failed', { failure: result.failure, failedAt: now });
    batch.settled.push(message.id);
    return;
  }
  const { campaignId } = message;
  const fate =
    result.outcome === 'orphaned' || result.outcome === 'uncertain'
      ? ({ fate: 'uncertain' } as const)
      : fateOf(result.failure, { attempts: outcome.message.attempts, inCampaign: campaignId !== null });
  switch (fate.fate) {
    case 'uncertain':
      batch.uncertain.push(tried);
      return;
    case 'retry':
      batch.again.push({
        ...tried,
        dueAt: new Date(now.getTime() + fate.afterMs),
        counted: fate.counted,
      });
      return;
    case 'halt': {
      const { failure } = result as Extract<SendOutcome, { outcome: 'refused' }>;
      batch.halts.push({
        campaignId: campaignId!,
        kind: failure.kind,
        scope: failure.stops,
        text: asKept(failure).text,
      });
      batch.again.push({ ...tried, dueAt: new Date(now.getTime() + 60_000), counted: false });
      return;
    }
    case 'fail': {
      const { failure } = result as Extract<SendOutcome, { outcome: 'refused' }>;
      move(batch, message, 'failed', {
        failure: asKept(failure),
        failedAt: now,
        heard: [{ name: 'failed', at: now, ...(failure.code ? { code: failure.code } : {}) }],
      });
      batch.settled.push(message.id);
    }
  }
}

function move(
  batch: Batch,
  message: LockedMessage,
  next: MessageUpdate['state'],
  facts: Partial<Pick<MessageUpdate, 'providerId' | 'failure' | 'failedAt' | 'heard'>>,
): void {
  const state = advance(message.state, next);
  const moved = state !== message.state;
  if (!moved && (facts.providerId ?? message.providerId) === message.providerId) return;
  batch.updates.push({
    id: message.id,
    state,
    providerId: null,
    failure: null,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    failedAt: null,
    ...facts,
  });
  if (moved) note(batch, message, state, facts.failure ?? null);
}

/** It was uncertain while the process that held it could not say so: it never left. The one way back. */
function unDoubt(batch: Batch, message: LockedMessage): void {
  if (message.state !== 'uncertain') return;
  const none = { failure: null, sentAt: null, deliveredAt: null, readAt: null, failedAt: null };
  batch.updates.push({ id: message.id, state: 'queued', providerId: null, ...none });
  note(batch, message, 'queued', null);
}

function note(
  batch: Batch,
  message: LockedMessage,
  to: MessageUpdate['state'],
  failure: MessageFailure | null,
): void {
  const { id, conversationId, contactId, campaignId } = message;
  batch.moves.push({
    messageId: id,
    conversationId,
    contactId,
    campaignId,
    from: message.state,
    to,
    failure,
  });
}
