// The SQL of quick replies: the team's, and each person's own.
import { type RawBuilder, sql } from 'kysely';
import { isUniqueViolation } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';

type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
type ReadCall = Pick<Call, 'tx' | 'workspaceId' | 'userId'>;

export type QuickReplyRow = {
  id: string;
  user_id: string | null;
  shortcut: string;
  text: string;
  updated_at: Date;
  file_id: string | null;
  file_name: string | null;
  mime_type: string | null;
  size: number | null;
};

/** The team's and the caller's own, by shortcut. */
export function readQuickReplies(call: ReadCall): Promise<QuickReplyRow[]> {
  return select(call, sql``);
}

/** One of those. */
export async function findQuickReply(call: ReadCall, id: string): Promise<QuickReplyRow | undefined> {
  const [row] = await select(call, sql`and q.id = ${id}`);
  return row;
}

async function select(call: ReadCall, which: RawBuilder<unknown>): Promise<QuickReplyRow[]> {
  const { rows } = await sql<QuickReplyRow>`
    select q.id, q.user_id, q.shortcut, q.text, q.updated_at, f.id as file_id, f.name as file_name, f.mime_type, f.size
    from quick_replies q left join files f on f.workspace_id = q.workspace_id and f.id = q.file_id
    where q.workspace_id = ${call.workspaceId} and (q.user_id is null or q.user_id = ${call.userId}) ${which}
    order by q.shortcut, q.user_id`.execute(call.tx);
  return rows;
}

export async function countQuickReplies(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  userId: string | null,
): Promise<number> {
  const { count } = await call.tx
    .selectFrom('quick_replies')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', call.workspaceId)
    .where('user_id', userId === null ? 'is' : '=', userId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

type Written = { shortcut: string; text: string; fileId: string | null };

/** Answers its id; undefined when the shortcut is taken. */
export async function insertQuickReply(
  call: StoreCall,
  userId: string | null,
  { shortcut, text, fileId }: Written,
): Promise<string | undefined> {
  const row = await call.tx
    .insertInto('quick_replies')
    .values({
      workspace_id: call.workspaceId,
      id: newId(),
      user_id: userId,
      shortcut,
      text,
      file_id: fileId,
      created_at: call.now,
      updated_at: call.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** False when the shortcut is taken. */
export async function rewriteQuickReply(
  call: StoreCall,
  id: string,
  { shortcut, text, fileId }: Written,
): Promise<boolean> {
  try {
    await call.tx
      .updateTable('quick_replies')
      .set({ shortcut, text, file_id: fileId, updated_at: call.now })
      .where('workspace_id', '=', call.workspaceId)
      .where('id', '=', id)
      .execute();
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

export async function deleteQuickReply(call: StoreCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('quick_replies')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Whether a quick reply, a message or what is to be sent later shows the file. */
export async function isFileUsed(call: Pick<Call, 'tx' | 'workspaceId'>, fileId: string): Promise<boolean> {
  const { rows } = await sql`
    select where exists (select from quick_replies where workspace_id = ${call.workspaceId} and file_id = ${fileId})
      or exists (select from message_media where workspace_id = ${call.workspaceId} and file_id = ${fileId})
      or exists (select from scheduled_messages where workspace_id = ${call.workspaceId}
        and content -> 'answer' ->> 'fileId' = ${fileId})`.execute(call.tx);
  return rows.length > 0;
}
