// Takes in the messages of the past that the phone app hands over: as what they are, without waking anybody.
import { findOrCreateByWhatsApp, noteLastMessage } from '#features/contacts/contacts.ts';
import { fetchMedia } from '#features/media/media.ts';
import { findNumbersByProviderId, noteHistory } from '#features/numbers/numbers.ts';
import { type ImportedMessage, insertImported } from '#features/sending/sending.ts';
import { notePast, openThreads, type Past, threadKey } from '#features/threads/threads.ts';
import { enqueue } from '#jobs/jobs.ts';
import { newId } from '#kit/ids.ts';
import { MEDIA_FOLLOWS } from '#whatsapp/incoming-content.ts';
import type { HistoryMessage, ProviderEvent } from '#whatsapp/provider-event.ts';
import { previewOf } from './preview.ts';
import type { ReceiveCall } from './receive-messages.ts';
import { keepWordsJob } from './search/keep-words.job.ts';

type HistoryEvent = Extract<ProviderEvent, { kind: 'history' }>;
/** A message that can be told from others, of a person and not of a group. */
type Known = HistoryMessage & { providerMessageId: string; at: Date };

const AT_ONCE = 1_000;
const PERSON = /^\d{6,15}$/;

/**
 * Parts come in any order and repeatedly. Nothing becomes unread, no window opens, nobody's consent changes and no
 * event tells of a message: this all has happened long ago, and was dealt with on the phone.
 */
export async function importHistory(call: ReceiveCall, events: readonly ProviderEvent[]): Promise<void> {
  const parts = events.filter((event): event is HistoryEvent => event.kind === 'history');
  const numbers = await findNumbersByProviderId(call, [
    ...new Set(parts.map((part) => part.phoneNumberId ?? '')),
  ]);
  for (const { id, phoneNumberId } of numbers) {
    const ofNumber = parts.filter((part) => part.phoneNumberId === phoneNumberId);
    const messages = distinct(ofNumber.flatMap(knownOf));
    let fresh = 0;
    for (let from = 0; from < messages.length; from += AT_ONCE)
      fresh += await takeIn(call, id, messages.slice(from, from + AT_ONCE));
    const told = ofNumber.flatMap((part) => part.progress ?? []);
    await noteHistory(call, {
      numberId: id,
      messages: fresh,
      progress: told.length > 0 ? Math.max(...told) : undefined,
      declined: messages.length === 0 && ofNumber.some((part) => part.failures.length > 0),
    });
  }
}

function knownOf(part: HistoryEvent): Known[] {
  return part.messages.flatMap((message) => {
    const { providerMessageId, person } = message;
    const isPerson = person.userId !== undefined || PERSON.test(person.waId ?? '');
    return providerMessageId && isPerson
      ? [{ ...message, providerMessageId, at: message.at ?? part.occurredAt }]
      : [];
  });
}

/** Of the same message the one that has its file. */
function distinct(messages: readonly Known[]): Known[] {
  const found = new Map<string, Known>();
  for (const message of messages) {
    const known = found.get(message.providerMessageId);
    if (!known || awaitsFile(known)) found.set(message.providerMessageId, message);
  }
  return [...found.values()];
}

function awaitsFile({ content }: Known): boolean {
  return content.type === 'unsupported' && content.what === MEDIA_FOLLOWS;
}

/** Answers how many were new. */
async function takeIn(call: ReceiveCall, numberId: string, messages: readonly Known[]): Promise<number> {
  const contactIds = await findOrCreateByWhatsApp(
    call,
    messages.map(({ person: { waId, userId } }) => ({ waId, userId })),
    { source: 'phone_app', quiet: true },
  );
  const ends = contactIds.map((contactId) => ({ numberId, contactId }));
  const threads = await openThreads(call, ends, 'closed');
  const rows = messages.map((message, place) => ({
    ...toRow(message),
    ...ends[place]!,
    conversationId: threads.get(threadKey(ends[place]!))!,
  }));
  const kept = new Map((await insertImported(call, rows)).map((row) => [row.providerId, row]));
  const changed = rows.flatMap((row) => {
    const saved = kept.get(row.providerId);
    return saved ? [{ ...row, ...saved }] : [];
  });
  await notePast(call, latestOf(changed));
  const received = changed.filter(({ direction }) => direction === 'in');
  if (received.length > 0) await noteLastMessage(call, 'in', received);
  await fetchMedia(
    call,
    changed.flatMap(({ id, content }) => {
      const { mediaId } = content as { mediaId?: string };
      return mediaId ? [{ messageId: id, mediaId }] : [];
    }),
  );
  if (changed.length > 0)
    await enqueue(call.tx, keepWordsJob, {
      workspaceId: call.workspaceId,
      messageIds: changed.map(({ id }) => id),
    });
  return changed.filter(({ isNew }) => isNew).length;
}

type Row = Omit<ImportedMessage, 'conversationId' | 'contactId' | 'numberId'>;

function toRow({ direction, providerMessageId, status, at, content, context }: Known): Row {
  return {
    id: newId(),
    direction,
    kind: content.type,
    content: {
      ...content,
      ...(context?.replyTo ? { replyTo: context.replyTo } : {}),
      ...(context?.forwarded ? { forwarded: true } : {}),
    },
    state: direction === 'in' ? 'received' : stateOf(status),
    providerId: providerMessageId,
    at,
  };
}

function stateOf(status: string | undefined): ImportedMessage['state'] {
  switch (status) {
    case 'read':
    case 'played':
      return 'read';
    case 'delivered':
      return 'delivered';
    case 'error':
      return 'failed';
    default:
      return 'sent';
  }
}

function latestOf(rows: readonly ImportedMessage[]): Past[] {
  const latest = new Map<string, ImportedMessage>();
  for (const row of rows) {
    const known = latest.get(row.conversationId);
    if (!known || known.at <= row.at) latest.set(row.conversationId, row);
  }
  return [...latest.values()].map(({ conversationId, at, direction, content }) => ({
    conversationId,
    at,
    direction,
    preview: previewOf({ ...content }),
  }));
}
