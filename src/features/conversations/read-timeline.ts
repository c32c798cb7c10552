// Merges messages with notes and activities into one order of time, a page at a time in either direction.
import { sql } from 'kysely';
import { type Entry, type EntryPlace, readEntries, type VisibleThread } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import { encodeCursor } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import { readThread } from './read-messages.ts';
import type { TimelineItem } from './timeline.contract.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;
type Page = {
  items: TimelineItem[];
  olderCursor: string | null;
  newerCursor: string | null;
  hasNewer: boolean;
};
type Range = { before: EntryPlace } | { after: EntryPlace } | Record<string, never>;

/** Before or after a place; without one the latest. Items latest first. */
export async function readPage(
  call: ReadCall,
  thread: VisibleThread,
  limit: number,
  range: Range,
): Promise<Page> {
  const { items, hasMore } = await nearest(call, thread, limit, range);
  if ('after' in range) {
    return {
      items,
      olderCursor: cursorOf(items.at(-1)),
      newerCursor: cursorOf(items[0]) ?? placeCursor(range.after),
      hasNewer: hasMore,
    };
  }
  return {
    items,
    olderCursor: hasMore ? cursorOf(items.at(-1)) : null,
    newerCursor: cursorOf(items[0]) ?? ('before' in range ? placeCursor(range.before) : null),
    hasNewer: 'before' in range,
  };
}

/** Half a page before the place, half after it; the item of the place is on the page. */
export async function readAround(
  call: ReadCall,
  thread: VisibleThread,
  limit: number,
  place: EntryPlace,
): Promise<Page> {
  const half = Math.max(1, Math.floor(limit / 2));
  const newer = await nearest(call, thread, half, { after: place });
  // What stands at the place itself belongs to the page: before the next possible id.
  const older = await nearest(call, thread, half, { before: { at: place.at, id: afterId(place.id) } });
  const items = [...newer.items, ...older.items];
  return {
    items,
    olderCursor: older.hasMore ? cursorOf(items.at(-1)) : null,
    newerCursor: cursorOf(items[0]) ?? placeCursor(place),
    hasNewer: newer.hasMore,
  };
}

/** Where a message or note of the conversation stands. Throws `not_found`. */
export async function placeOf(call: ReadCall, thread: VisibleThread, id: string): Promise<EntryPlace> {
  const { rows } = await sql<{ at: Date }>`
    select at from messages where workspace_id = ${call.workspaceId} and conversation_id = ${thread.id} and id = ${id}
    union all
    select at from conversation_entries where workspace_id = ${call.workspaceId}
      and conversation_id = ${thread.id} and id = ${id}`.execute(call.tx);
  if (!rows[0]) throw notFound('message');
  return { at: iso(rows[0].at), id };
}

async function nearest(call: ReadCall, thread: VisibleThread, limit: number, range: Range) {
  const messages = await readThread(call, thread, limit + 1, range);
  const entries = await readEntries(call, thread, limit + 1, range);
  const merged = [
    ...messages.map(
      (message): TimelineItem => ({ type: 'message', id: message.id, at: message.at, message }),
    ),
    ...entries.map(toItem),
  ].sort(latestFirst);
  const items = 'after' in range ? merged.slice(-limit) : merged.slice(0, limit);
  return { items, hasMore: merged.length > limit };
}

function latestFirst(a: TimelineItem, b: TimelineItem): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

export function toItem(entry: Entry): TimelineItem {
  const { id, kind, content, at } = entry;
  const author = {
    kind: entry.author.kind,
    id: 'id' in entry.author ? entry.author.id : null,
    name: 'name' in entry.author ? entry.author.name : null,
  };
  return kind === 'note'
    ? { type: 'note', id, at: iso(at), author, text: content.text, mentions: [...content.mentions] }
    : { type: 'activity', id, at: iso(at), author, kind, content: { ...content } };
}

function cursorOf(item: TimelineItem | undefined): string | null {
  return item ? placeCursor(item) : null;
}

function placeCursor({ at, id }: EntryPlace): string {
  return encodeCursor([at, id]);
}

/** The last id of the same instant that a comparison can tell from `id`. */
function afterId(id: string): string {
  const last = BigInt(`0x${id.replaceAll('-', '')}`) + 1n;
  const hex = last.toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
