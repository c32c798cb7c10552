// The SQL of scheduled messages.
import { type RawBuilder, sql } from 'kysely';
import type { AnswerShape } from '#features/conversations/answer.contract.ts';
import type { ThreadPair } from '#features/threads/threads.ts';
import { newId } from '#kit/ids.ts';
import type { Actor, Call } from '#operations/call.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;
type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
type WriterCall = StoreCall & Pick<Call, 'actor' | 'userId'>;

export type ScheduledTemplate = {
  templateId: string;
  texts: Record<string, string>;
  media: Record<string, string>;
  confirmUnsubscribed: boolean;
};
export type ScheduledContent = { answer: AnswerShape } | ScheduledTemplate;

export type ScheduledRow = {
  id: string;
  conversationId: string;
  author: Actor;
  userId: string | null;
  content: ScheduledContent;
  sendAt: Date;
  state: 'waiting' | 'refused';
  failureCode: string | null;
  failureText: string | null;
  fileName: string | null;
  fileType: string | null;
};

/** Those that wait or were refused, by time. */
export function readScheduled(call: ReadCall, conversationId: string): Promise<ScheduledRow[]> {
  return rows(call, sql`s.conversation_id = ${conversationId} order by s.send_at, s.id`);
}

/** One, kept from others until the transaction ends. */
export async function lockScheduled(call: ReadCall, id: string): Promise<ScheduledRow | undefined> {
  await sql`select from scheduled_messages where workspace_id = ${call.workspaceId} and id = ${id} for update`.execute(
    call.tx,
  );
  const [row] = await rows(call, sql`s.id = ${id}`);
  return row;
}

/** Ids of `id` and of those of its conversation that are to go before it, in the order in which they go. */
export async function waitingUpTo(call: ReadCall, id: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select s.id from scheduled_messages s
      join scheduled_messages last on last.workspace_id = s.workspace_id and last.conversation_id = s.conversation_id
    where last.workspace_id = ${call.workspaceId} and last.id = ${id} and s.state = 'waiting'
      and (s.send_at, s.id) <= (last.send_at, last.id)
    order by s.send_at, s.id`.execute(call.tx);
  return found.rows.map((row) => row.id);
}

/** Ids of those that wait although their time was before `before`, earliest first; a hundred at most. */
export async function waitingSince(call: ReadCall, before: Date): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from scheduled_messages
    where workspace_id = ${call.workspaceId} and state = 'waiting' and send_at < ${before}
    order by send_at limit 100`.execute(call.tx);
  return found.rows.map((row) => row.id);
}

async function rows(call: ReadCall, where: RawBuilder<unknown>): Promise<ScheduledRow[]> {
  const found = await sql<ScheduledRow>`
    select s.id, s.conversation_id as "conversationId", s.author, s.user_id as "userId", s.content,
      s.send_at as "sendAt", s.state, s.failure_code as "failureCode", s.failure_text as "failureText",
      f.name as "fileName", f.mime_type as "fileType"
    from scheduled_messages s
      left join files f on f.workspace_id = s.workspace_id and f.id = (s.content -> 'answer' ->> 'fileId')::uuid
    where s.workspace_id = ${call.workspaceId} and ${where}`.execute(call.tx);
  return found.rows;
}

/** Answers its id. */
export async function insertScheduled(
  call: WriterCall,
  conversationId: string,
  sendAt: Date,
  content: ScheduledContent,
): Promise<string> {
  const id = newId();
  await call.tx
    .insertInto('scheduled_messages')
    .values({
      workspace_id: call.workspaceId,
      id,
      conversation_id: conversationId,
      author: JSON.stringify(call.actor),
      user_id: call.userId,
      content: JSON.stringify(content),
      send_at: sendAt,
      created_at: call.now,
      updated_at: call.now,
    })
    .execute();
  return id;
}

/** Has it wait, again or for another time, in the caller's name. */
export async function rewriteScheduled(
  call: WriterCall,
  id: string,
  sendAt: Date,
  content: ScheduledContent,
): Promise<void> {
  await call.tx
    .updateTable('scheduled_messages')
    .set({
      state: 'waiting',
      failure_code: null,
      failure_text: null,
      author: JSON.stringify(call.actor),
      user_id: call.userId,
      send_at: sendAt,
      content: JSON.stringify(content),
      updated_at: call.now,
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function noteRefused(
  call: StoreCall,
  id: string,
  failure: { code: string; message: string },
): Promise<void> {
  await call.tx
    .updateTable('scheduled_messages')
    .set({
      state: 'refused',
      failure_code: failure.code,
      failure_text: failure.message,
      updated_at: call.now,
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** For what was sent or cancelled. */
export async function deleteScheduled(call: ReadCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('scheduled_messages')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Moves them to the conversations that stay when contacts are merged. */
export async function moveScheduled(call: ReadCall, pairs: readonly ThreadPair[]): Promise<void> {
  await sql`
    update scheduled_messages s set conversation_id = p.kept
    from unnest(${pairs.map((pair) => pair.gone)}::uuid[], ${pairs.map((pair) => pair.kept)}::uuid[]) p(gone, kept)
    where s.workspace_id = ${call.workspaceId} and s.conversation_id = p.gone`.execute(call.tx);
}

/** Deletes those of contacts; answers the files that went with them and that no message shows. */
export async function eraseScheduled(call: ReadCall, contactIds: readonly string[]): Promise<string[]> {
  const { rows: files } = await sql<{ id: string }>`
    with gone as (
      delete from scheduled_messages s using conversations c
      where s.workspace_id = ${call.workspaceId} and c.workspace_id = s.workspace_id and c.id = s.conversation_id
        and c.contact_id = any(${contactIds}::uuid[])
      returning s.content
    )
    select distinct f.id from gone
      cross join lateral (select gone.content -> 'answer' ->> 'fileId' as id
        union all select value from jsonb_each_text(coalesce(gone.content -> 'media', '{}'))) used
      join files f on f.workspace_id = ${call.workspaceId} and f.id = used.id::uuid and f.purpose = 'message'
    where not exists (select from message_media o where o.workspace_id = f.workspace_id and o.file_id = f.id)`.execute(
    call.tx,
  );
  return files.map((file) => file.id);
}

/** Those of `fileIds` that wait to be sent. */
export async function filesScheduled(call: ReadCall, fileIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct used.id from scheduled_messages s
      cross join lateral (select s.content -> 'answer' ->> 'fileId' as id
        union all select value from jsonb_each_text(coalesce(s.content -> 'media', '{}'))) used
    where s.workspace_id = ${call.workspaceId} and used.id = any(${fileIds}::text[])`.execute(call.tx);
  return rows.map((row) => row.id);
}
