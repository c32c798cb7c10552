// Lists the files, links or orders of a conversation that the caller may see.
import { type RawBuilder, sql } from 'kysely';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { previewOf } from '#features/conversations/preview.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';
import type { ATTACHMENT_KINDS, Attachment } from './attachments.contract.ts';
import { linksIn } from './links-in.ts';

type Row = {
  id: string;
  direction: 'in' | 'out';
  kind: string;
  content: Record<string, unknown>;
  at: Date;
  name: string | null;
  mime: string | null;
  size: number | null;
};

/** On `messages m` and their `files f`; the planner walks the conversation by time, which is as long as it is. */
const OF: Record<(typeof ATTACHMENT_KINDS)[number], RawBuilder<unknown>> = {
  media: sql`m.kind in ('image', 'video', 'sticker') and f.id is not null`,
  documents: sql`m.kind = 'document' and f.id is not null`,
  links: sql`coalesce(m.content ->> 'text', m.content ->> 'caption', m.content #>> '{shown,body}') ~* '(https?://|www\\.)'`,
  orders: sql`m.kind = 'order'`,
};

export const listAttachments: Handler<typeof conversationsContract.attachments> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  const place = input.cursor === undefined ? undefined : decodeCursor(input.cursor, ['instant', 'id']);
  const { rows } = await sql<Row>`
    select m.id, m.direction, m.kind, m.content, m.at, f.name, f.mime_type as mime, f.size::float8 as size
    from messages m
      left join message_media mm on mm.workspace_id = m.workspace_id and mm.message_id = m.id and mm.state = 'ready'
      left join files f on f.workspace_id = mm.workspace_id and f.id = mm.file_id
    where m.workspace_id = ${call.workspaceId} and m.conversation_id = ${thread.id} and ${OF[input.of]}
      and m.content ->> 'withdrawn' is distinct from 'true'
      ${place ? sql`and (m.at, m.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql``}
    order by m.at desc, m.id desc limit ${input.limit + 1}`.execute(call.tx);
  return toPage(rows.map(show), input.limit, (item) => [item.at, item.messageId]);
};

function show({ id, direction, kind, content, at, name, mime, size }: Row): Attachment {
  const shown = content.shown as { body?: string } | undefined;
  const words = [content.text, content.caption, shown?.body].find((text) => typeof text === 'string');
  return {
    messageId: id,
    direction,
    kind,
    at: iso(at),
    name: name ?? previewOf(content),
    mimeType: mime,
    size,
    links: linksIn(typeof words === 'string' ? words : ''),
    order: kind === 'order' ? orderOf(content) : null,
  };
}

function orderOf(content: Record<string, unknown>): Attachment['order'] {
  const items = (Array.isArray(content.items) ? content.items : []) as Record<string, unknown>[];
  const pieces = items.map((item) => ({
    quantity: Number(item.quantity ?? 1) || 0,
    price: Number(item.price ?? Number.NaN),
  }));
  const total = pieces.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const currency = items.map((item) => item.currency).find((each) => typeof each === 'string');
  return {
    items: Math.round(pieces.reduce((sum, { quantity }) => sum + quantity, 0)),
    total: items.length > 0 && Number.isFinite(total) ? Math.round(total * 100) / 100 : null,
    currency: typeof currency === 'string' ? currency : null,
  };
}
