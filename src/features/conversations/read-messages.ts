// Reads the messages of one conversation as the contract shows them.
import { type RawBuilder, sql } from 'kysely';
import type { EntryPlace, VisibleThread } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { Message, Reaction } from './conversation-shapes.contract.ts';
import { previewOf } from './preview.ts';
import { withAdPictures } from './read-ad-pictures.ts';
import { withHeaderFiles } from './read-header-files.ts';
import { readReactions } from './read-reactions.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;

type Row = {
  id: string;
  providerId: string | null;
  direction: 'in' | 'out';
  kind: string;
  content: Record<string, unknown>;
  state: Message['state'];
  at: Date;
  author: { kind?: string; id?: string; name?: string };
  campaignId: string | null;
  waitsUntil: Date | null;
  failureKind: string | null;
  failureText: string | null;
  replyId: string | null;
  replyDirection: 'in' | 'out' | null;
  replyName: string | null;
  replyContent: Record<string, unknown> | null;
  mediaState: 'waiting' | 'ready' | 'failed' | null;
  mediaFailure: string | null;
  fileName: string | null;
  fileType: string | null;
  fileSize: number | null;
};

/** Latest first: those nearest to the place, before or after it; without one the latest of all. */
export function readThread(
  call: ReadCall,
  thread: VisibleThread,
  limit: number,
  range: { before?: EntryPlace | undefined; after?: EntryPlace | undefined } = {},
): Promise<Message[]> {
  const { before, after } = range;
  return readRows(
    call,
    thread,
    sql`m.conversation_id = ${thread.id}
      ${before ? sql`and (m.at, m.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
      ${after ? sql`and (m.at, m.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
      order by ${after ? sql`m.at asc, m.id asc` : sql`m.at desc, m.id desc`} limit ${limit}`,
  );
}

/** Throws `not_found` when the conversation has no such message. */
export async function readMessage(call: ReadCall, thread: VisibleThread, id: string): Promise<Message> {
  const [message] = await readRows(call, thread, sql`m.conversation_id = ${thread.id} and m.id = ${id}`);
  if (!message) throw notFound('message');
  return message;
}

async function readRows(
  call: ReadCall,
  thread: VisibleThread,
  where: RawBuilder<unknown>,
): Promise<Message[]> {
  const { rows } = await sql<Row>`
    select m.id, m.provider_id as "providerId", m.direction, m.kind, m.content, m.state, m.at, m.author, m.campaign_id as "campaignId",
      case when m.state = 'uncertain' then (select w.due_at from send_queue w where w.workspace_id = m.workspace_id
        and w.message_id = m.id and w.uncertain_since is not null and w.may_resend) end as "waitsUntil",
      m.failure_kind as "failureKind", m.failure_text as "failureText",
      q.id as "replyId", q.direction as "replyDirection",
      q.author ->> 'name' as "replyName", q.content as "replyContent",
      mm.state as "mediaState", mm.failure as "mediaFailure",
      f.name as "fileName", f.mime_type as "fileType", f.size as "fileSize"
    from (select m.*, coalesce(m.content ->> 'replyTo', m.content ->> 'messageId') as quoted_provider_id
      from messages m where m.workspace_id = ${call.workspaceId} and ${where} offset 0) m
    -- Compared with plain columns only: row-level security keeps a coalesce away from the index.
    left join lateral (
      select q.id, q.conversation_id, q.direction, q.author, q.content from messages q
      where q.workspace_id = m.workspace_id and q.id = m.reply_to_id
      union all
      select q.id, q.conversation_id, q.direction, q.author, q.content from messages q
      where m.reply_to_id is null and q.workspace_id = m.workspace_id and q.provider_id = m.quoted_provider_id
    ) q on q.conversation_id = m.conversation_id
    left join message_media mm on mm.workspace_id = m.workspace_id and mm.message_id = m.id
    left join files f on f.workspace_id = mm.workspace_id and f.id = mm.file_id
    order by m.at desc, m.id desc`.execute(call.tx);
  const reactions = await readReactions(call, thread, rows);
  const shown = await withAdPictures(call, await withHeaderFiles(call, rows));
  return shown.map((row) => toMessage(row, reactions.get(row.id) ?? []));
}

function toMessage(row: Row, reactions: Reaction[]): Message {
  return {
    id: row.id,
    direction: row.direction,
    kind: row.kind,
    content: row.content.withdrawn === true ? { type: row.kind, withdrawn: true } : row.content,
    state: row.state,
    at: iso(row.at),
    author: {
      kind: row.author.kind ?? 'contact',
      id: row.author.id ?? null,
      name: row.author.name ?? null,
    },
    campaignId: row.campaignId,
    waitsUntil: iso(row.waitsUntil),
    replyTo:
      row.replyId && row.replyDirection
        ? {
            id: row.replyId,
            direction: row.replyDirection,
            preview: previewOfReply(row.replyContent),
            name: row.replyName,
          }
        : null,
    reactions,
    failure: row.failureKind ? { kind: row.failureKind, text: row.failureText ?? '' } : null,
    media:
      row.mediaState && row.content.withdrawn !== true
        ? {
            state: row.mediaState,
            name: row.fileName,
            mimeType: row.fileType,
            size: row.fileSize,
            failure: row.mediaFailure,
          }
        : null,
  };
}

function previewOfReply(content: Record<string, unknown> | null): string {
  if (!content || content.withdrawn === true) return '';
  const shown = content.shown as { body?: string } | undefined;
  return previewOf(shown?.body ? { type: 'text', text: shown.body } : content);
}
