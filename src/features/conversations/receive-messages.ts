// Takes in what customers wrote: contacts, conversations and messages, a whole batch in a few statements.
import { publishAll } from '#events/publish.ts';
import { findOrCreateByWhatsApp, markReachable, noteLastMessage } from '#features/contacts/contacts.ts';
import { fetchAdPictures, fetchMedia } from '#features/media/media.ts';
import { findNumbersByProviderId } from '#features/numbers/numbers.ts';
import { insertReceived, type ReceivedMessage } from '#features/sending/sending.ts';
import { giveBackReopened } from '#features/team/team.ts';
import {
  bringBack,
  noteReceived,
  noteSent,
  openThreads,
  setReadWhereAnswered,
  threadKey,
} from '#features/threads/threads.ts';
import { groupBy } from '#kit/group-by.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { Person, ProviderEvent } from '#whatsapp/provider-event.ts';
import { applyEarlyAmendments } from './apply-early-amendments.ts';
import { obeyConsentWishes } from './obey-consent-wishes.ts';
import { previewOf } from './preview.ts';

export const WINDOW_MS = 24 * 3_600_000;
/** WhatsApp tells whole seconds: a message is placed at the end of its second, so that it follows what it answers. */
const REST_OF_SECOND_MS = 999;

export type ReceiveCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor' | 'services'>;
type Arrived = Extract<ProviderEvent, { kind: 'message_received' | 'message_echo' }>;

/** A message of a customer that was not known before, for those who act on it. */
export type NewlyReceived = {
  messageId: string;
  conversationId: string;
  contactId: string;
  numberId: string;
  at: Date;
  content: Extract<ProviderEvent, { kind: 'message_received' }>['content'];
  /** Our message that it answers, and the campaign which that belongs to. */
  replyToId: string | null;
  replyToCampaignId: string | null;
};

/** Called in the transaction that takes the messages in; wired in src/app. */
export type ReceivedWatcher = (call: ReceiveCall, received: readonly NewlyReceived[]) => Promise<void>;

/** Repeated and late deliveries are harmless. Messages to numbers that are not connected, or in groups, are left out. */
export async function receiveMessages(
  call: ReceiveCall,
  events: readonly ProviderEvent[],
  watchers: readonly ReceivedWatcher[] = [],
): Promise<void> {
  const placed = await place(call, events);
  const kept = await insertReceived(
    call,
    placed.map(({ row }) => row),
  );
  const fresh = await withEarlyChanges(
    call,
    placed.filter(({ row }) => kept.has(row.id)),
  );
  await noteInThreads(call, fresh);
  await fetchMedia(call, fresh.flatMap(mediaOf));
  await fetchAdPictures(call, fresh.flatMap(referralOf));
  const received = fresh.flatMap(({ row, event }): NewlyReceived[] =>
    event.kind === 'message_received'
      ? [
          {
            messageId: row.id,
            conversationId: row.conversationId,
            contactId: row.contactId,
            numberId: row.numberId,
            at: event.occurredAt,
            content: event.content,
            replyToId: kept.get(row.id)!.replyToId,
            replyToCampaignId: kept.get(row.id)!.replyToCampaignId,
          },
        ]
      : [],
  );
  if (received.length > 0) {
    await noteLastMessage(call, 'in', received);
    await markReachable(call, [...new Set(received.map((message) => message.contactId))]);
    await obeyConsentWishes(call, received);
    for (const watch of watchers) await watch(call, received);
  }
  await publishAll(
    call,
    received.map(({ messageId, conversationId, contactId, numberId, content, replyToId }) => ({
      name: 'message.received' as const,
      subjectId: messageId,
      payload: { conversationId, contactId, numberId, kind: content.type, replyToId },
    })),
  );
  await publishAll(
    call,
    fresh
      .filter(({ event }) => event.kind === 'message_echo')
      .map(({ row: { id, conversationId } }) => ({
        name: 'message.changed' as const,
        subjectId: id,
        payload: { conversationId },
      })),
  );
}

type Placed = { row: ReceivedMessage; event: Arrived };

/** Finds number, contact and conversation of each message. */
async function place(call: ReceiveCall, events: readonly ProviderEvent[]): Promise<Placed[]> {
  const arrived = events.filter(isForThread);
  const numbers = await findNumbersByProviderId(call, [
    ...new Set(arrived.map((event) => event.phoneNumberId ?? '')),
  ]);
  const numberIds = new Map(numbers.map((number) => [number.phoneNumberId, number.id]));
  const ours = arrived.filter((event) => numberIds.has(event.phoneNumberId ?? ''));
  const contactIds = await findOrCreateByWhatsApp(
    call,
    ours.map((event) => toWhatsAppPerson(personOf(event))),
  );
  const ends = ours.map((event, index) => ({
    numberId: numberIds.get(event.phoneNumberId!)!,
    contactId: contactIds[index]!,
  }));
  const threads = await openThreads(call, ends);
  return ours.map((event, index) => ({ event, row: toRow(call, event, ends[index]!, threads) }));
}

function isForThread(event: ProviderEvent): event is Arrived {
  if (event.kind !== 'message_received' && event.kind !== 'message_echo') return false;
  if (event.kind === 'message_received' && event.groupId) return false;
  const { waId, userId } = personOf(event);
  return event.providerMessageId !== '' && Boolean(waId ?? userId);
}

function personOf(event: Arrived): Person {
  return event.kind === 'message_received' ? event.from : event.to;
}

export function toWhatsAppPerson(person: Person) {
  return {
    userId: person.userId,
    waId: person.waId,
    profileName: person.name,
    username: person.username,
  };
}

function toRow(
  call: ReceiveCall,
  event: Arrived,
  ends: { numberId: string; contactId: string },
  threads: ReadonlyMap<string, string>,
): ReceivedMessage {
  const { content, context, occurredAt } = event;
  const at = Math.min(call.now.getTime(), occurredAt.getTime() + REST_OF_SECOND_MS);
  return {
    id: newId(),
    conversationId: threads.get(threadKey(ends))!,
    ...ends,
    direction: event.kind === 'message_received' ? 'in' : 'out',
    kind: content.type,
    content: {
      ...content,
      // Kept too, because what it answers may arrive later.
      ...(context?.replyTo ? { replyTo: context.replyTo } : {}),
      ...(context?.forwarded || context?.forwardedManyTimes ? { forwarded: true } : {}),
      ...(context?.forwardedManyTimes ? { forwardedManyTimes: true } : {}),
      ...(context?.product ? { product: context.product } : {}),
      ...(event.kind === 'message_received' && event.referral ? { referral: event.referral } : {}),
      ...(event.kind === 'message_received' && event.failures[0]
        ? { problem: event.failures[0].message }
        : {}),
    },
    providerId: event.providerMessageId,
    replyToProviderId: content.type === 'reaction' ? content.messageId : (context?.replyTo ?? null),
    author: event.kind === 'message_received' ? { kind: 'contact' } : { kind: 'phone_app' },
    at: new Date(at),
  };
}

/** Their rows hold what they were changed to before they came. */
async function withEarlyChanges(call: ReceiveCall, fresh: readonly Placed[]): Promise<Placed[]> {
  const changed = await applyEarlyAmendments(
    call,
    fresh.map(({ row }) => row.providerId),
  );
  return fresh.map((one) => {
    const content = changed.get(one.row.id)?.content;
    return content ? { ...one, row: { ...one.row, content } } : one;
  });
}

/** What WhatsApp itself says in a thread is neither unread nor does it open the window. */
function countsAsWritten({ event }: Placed): boolean {
  return event.kind === 'message_received' && event.content.type !== 'system';
}

async function noteInThreads(call: ReceiveCall, fresh: readonly Placed[]): Promise<void> {
  const written = fresh.filter(countsAsWritten);
  const { reopened } = await bringBack(
    call,
    written.map(({ row }) => row.conversationId),
    { kind: 'contact' },
  );
  await giveBackReopened(call, reopened);
  await noteReceived(
    call,
    [...byThread(written)].map(([conversationId, messages]) => {
      const latest = latestOf(messages);
      const newest = Math.max(...messages.map(({ event }) => event.occurredAt.getTime()));
      return {
        conversationId,
        at: latest.row.at,
        preview: previewOf({ ...latest.row.content }),
        count: messages.length,
        windowClosesAt: new Date(newest + WINDOW_MS),
      };
    }),
  );
  await noteEchoes(
    call,
    fresh.filter(({ event }) => event.kind === 'message_echo'),
  );
}

/** Whoever answers on the phone has read there what came before, and opens what was closed, as a colleague does. */
async function noteEchoes(call: ReceiveCall, echoes: readonly Placed[]): Promise<void> {
  if (echoes.length === 0) return;
  const threads = [...byThread(echoes)].map(([conversationId, messages]) => {
    const { row } = latestOf(messages);
    return { conversationId, at: row.at, preview: previewOf({ ...row.content }), byHand: true };
  });
  const ids = threads.map(({ conversationId }) => conversationId).sort();
  const { reopened, woken } = await bringBack(call, ids, { kind: 'phone_app' });
  await noteSent(call, threads);
  const read = await setReadWhereAnswered(call, ids);
  await publishAll(
    call,
    [...new Set([...reopened, ...woken, ...read])].map((subjectId) => ({
      name: 'conversation.changed' as const,
      subjectId,
      payload: {},
    })),
  );
}

function byThread(placed: readonly Placed[]): Map<string, Placed[]> {
  return groupBy(placed, ({ row }) => row.conversationId);
}

function latestOf(messages: readonly Placed[]): Placed {
  return messages.reduce((latest, one) => (one.row.at >= latest.row.at ? one : latest));
}

function mediaOf({ row, event }: Placed): { messageId: string; mediaId: string }[] {
  const { mediaId } = event.content as { mediaId?: string };
  const { withdrawn } = row.content as { withdrawn?: boolean };
  return mediaId && !withdrawn ? [{ messageId: row.id, mediaId }] : [];
}

function referralOf({ row, event }: Placed): { messageId: string; referral: object }[] {
  if (event.kind !== 'message_received' || !event.referral) return [];
  return [{ messageId: row.id, referral: event.referral }];
}
