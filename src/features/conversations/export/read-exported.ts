// Reads what an exported conversation says: its head, and its items page by page with all that was heard of them.
import { displayName } from '#features/contacts/contacts.ts';
import type { Message } from '#features/conversations/conversation-shapes.contract.ts';
import { readThread } from '#features/conversations/read-messages.ts';
import { readPage } from '#features/conversations/read-timeline.ts';
import type { TimelineItem } from '#features/conversations/timeline.contract.ts';
import { type HeardOfMessage, heardOf } from '#features/sending/sending.ts';
import type { EntryPlace, VisibleThread } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { ExportedChat, ExportedMessage } from './exported-chat.contract.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;
export type WhereFile = { path: string | null; missing: string | null };
type Item = ExportedChat['items'][number];

export async function readHead(call: ReadCall, thread: VisibleThread): Promise<ExportedChat['conversation']> {
  const row = await call.tx
    .selectFrom('conversations as c')
    .innerJoin('contacts as k', (join) =>
      join.onRef('k.workspace_id', '=', 'c.workspace_id').onRef('k.id', '=', 'c.contact_id'),
    )
    .innerJoin('numbers as n', (join) =>
      join.onRef('n.workspace_id', '=', 'c.workspace_id').onRef('n.id', '=', 'c.number_id'),
    )
    .select(['c.created_at', 'n.id as number_id', 'n.phone as number_phone', 'n.display_name'])
    .select(['k.id as contact_id', 'k.first_name', 'k.last_name', 'k.profile_name', 'k.username', 'k.phone'])
    .select(['k.wa_id', 'k.wa_user_id'])
    .where('c.workspace_id', '=', call.workspaceId)
    .where('c.id', '=', thread.id)
    .executeTakeFirstOrThrow();
  return {
    id: thread.id,
    createdAt: iso(row.created_at),
    number: { id: row.number_id, phone: row.number_phone, name: row.display_name },
    contact: {
      id: row.contact_id,
      name: displayName(row),
      phone: row.phone,
      userId: row.wa_user_id,
      username: row.username,
    },
  };
}

/** Oldest first, after a place; `more` says whether others follow. */
export async function readItems(
  call: ReadCall,
  thread: VisibleThread,
  limit: number,
  after: EntryPlace,
  options: { notes: boolean; files: ReadonlyMap<string, WhereFile> },
): Promise<{ items: Item[]; more: boolean }> {
  const { items, more } = await nextItems(call, thread, limit, after, options.notes);
  const messages = items.flatMap((item) => (item.type === 'message' ? item.message : []));
  const facts = await heardOf(
    call,
    messages.map((message) => message.id),
  );
  return {
    items: items.map((item) =>
      item.type === 'message' ? exported(item.message, facts.get(item.id), options.files.get(item.id)) : item,
    ),
    more,
  };
}

async function nextItems(
  call: ReadCall,
  thread: VisibleThread,
  limit: number,
  after: EntryPlace,
  notes: boolean,
): Promise<{ items: TimelineItem[]; more: boolean }> {
  if (notes) {
    const page = await readPage(call, thread, limit, { after });
    return { items: page.items.toReversed(), more: page.hasNewer };
  }
  const messages = await readThread(call, thread, limit, { after });
  return {
    items: messages
      .toReversed()
      .map((message) => ({ type: 'message', id: message.id, at: message.at, message })),
    more: messages.length === limit,
  };
}

function exported(
  { waitsUntil: _, media, ...message }: Message,
  facts: HeardOfMessage | undefined,
  where: WhereFile | undefined,
): ExportedMessage {
  const place = where ?? { path: null, missing: null };
  return {
    type: 'message',
    ...message,
    providerId: facts?.providerId ?? null,
    heard: facts?.heard ?? [],
    media: media
      ? { ...media, ...place }
      : where
        ? { state: 'ready', name: null, mimeType: null, size: null, failure: null, ...place }
        : null,
  };
}
