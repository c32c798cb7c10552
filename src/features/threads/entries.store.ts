// What stands between the messages of a conversation for the team alone: notes, and what was done with it.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Actor } from '#operations/call.ts';
import type { ThreadCall } from './threads.store.ts';
import type { VisibleThread } from './visibility.ts';

/** The content of each kind of entry. People are kept with their names, so that they are read when they have left. */
export type EntryContent = {
  note: { text: string; mentions: readonly string[] };
  assigned: { to: readonly { userId: string; name: string }[]; note?: string };
  closed: { reason: string | null };
  /** `by`: the customer wrote, or somebody opened it again. */
  reopened: { by: 'customer' | 'team' };
  snoozed: { until: string };
  woken: { by: 'customer' | 'time' | 'team' };
};
export type EntryKind = keyof EntryContent;
export type NewEntry = {
  [K in EntryKind]: { conversationId: string; kind: K; content: EntryContent[K] };
}[EntryKind];

export type Entry = {
  [K in EntryKind]: {
    id: string;
    kind: K;
    content: EntryContent[K];
    author: Actor | { kind: string };
    at: Date;
  };
}[EntryKind];

/** Adds entries by `author`; answers their ids in the order given. */
export async function addEntries(
  call: ThreadCall,
  author: Actor | { kind: 'contact' } | { kind: 'phone_app' },
  entries: readonly NewEntry[],
): Promise<string[]> {
  if (entries.length === 0) return [];
  const ids = entries.map(() => newId());
  await sql`
    insert into conversation_entries (workspace_id, id, conversation_id, kind, content, author, at)
    select ${call.workspaceId}, e.id, e.conversation_id, e.kind, e.content, ${JSON.stringify(author)}::jsonb, ${call.now}
    from unnest(${ids}::uuid[], ${entries.map((e) => e.conversationId)}::uuid[], ${entries.map((e) => e.kind)}::text[],
      ${entries.map((e) => JSON.stringify(e.content))}::jsonb[]) e(id, conversation_id, kind, content)`.execute(
    call.tx,
  );
  return ids;
}

/** Place in the thread, as messages have theirs. */
export type EntryPlace = { at: string; id: string };

/** Latest first, before or after a place. */
export async function readEntries(
  call: Pick<ThreadCall, 'tx' | 'workspaceId'>,
  thread: VisibleThread,
  limit: number,
  range: { before?: EntryPlace | undefined; after?: EntryPlace | undefined } = {},
): Promise<Entry[]> {
  const { before, after } = range;
  const { rows } = await sql<Entry>`
    select id, kind, content, author, at from conversation_entries
    where workspace_id = ${call.workspaceId} and conversation_id = ${thread.id}
      ${before ? sql`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
      ${after ? sql`and (at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by at ${after ? sql`asc, id asc` : sql`desc, id desc`} limit ${limit}`.execute(call.tx);
  return after ? rows.reverse() : rows;
}
