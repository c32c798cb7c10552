// The SQL on notifications: writing gathered ones, marking them read, and what was pushed and mailed of them.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import { newId } from '#kit/ids.ts';
import { MESSAGES, type Told } from './hearing/hearing.ts';
import type { Channel } from './kinds.contract.ts';

export type NotificationCall = { tx: Tx; workspaceId: string; now: Date };

/** Keys of each person's unread notifications about messages. */
export async function openMessageKeys({
  tx,
  workspaceId,
}: NotificationCall): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ userId: string; keys: string[] }>`
    select user_id as "userId", array_agg(gather_key) as keys from notifications
    where workspace_id = ${workspaceId} and read_at is null and gather_key like ${`${MESSAGES}%`}
    group by user_id`.execute(tx);
  return new Map(rows.map(({ userId, keys }) => [userId, new Set(keys)]));
}

/** In the order of `gather`; joins the unread one with the same key. */
export async function writeNotifications(
  { tx, workspaceId, now }: NotificationCall,
  told: readonly (Told & { channels: readonly Channel[] })[],
): Promise<void> {
  if (told.length === 0) return;
  await sql`
    insert into notifications as n (workspace_id, id, user_id, kind, gather_key, conversation_id, subject_id, details,
      count, channels, created_at, at)
    select ${workspaceId}, t.id, t.user_id, t.kind, t.gather_key, t.conversation_id, t.subject_id, t.details,
      t.count, string_to_array(t.channels, ','), ${now}, t.at
    from unnest(${told.map(() => newId())}::uuid[], ${told.map((t) => t.userId)}::uuid[],
      ${told.map((t) => t.kind)}::text[], ${told.map((t) => t.gatherKey)}::text[],
      ${told.map((t) => t.conversationId)}::uuid[], ${told.map((t) => t.subjectId)}::uuid[],
      ${told.map((t) => JSON.stringify(t.details))}::jsonb[], ${told.map((t) => t.count)}::int[],
      ${told.map((t) => t.channels.join(','))}::text[], ${told.map((t) => t.at)}::timestamptz[])
      t(id, user_id, kind, gather_key, conversation_id, subject_id, details, count, channels, at)
    on conflict (workspace_id, user_id, gather_key) where read_at is null do update set
      kind = excluded.kind, subject_id = excluded.subject_id, details = excluded.details,
      count = n.count + excluded.count, channels = excluded.channels, at = greatest(n.at, excluded.at)`.execute(
    tx,
  );
}

/** Marks read; `ids` null: all of the person. Answers how many were unread. */
export async function markPersonsRead(
  { tx, workspaceId, now }: NotificationCall,
  userId: string,
  ids: readonly string[] | null,
): Promise<number> {
  let query = tx
    .updateTable('notifications')
    .set({ read_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null);
  if (ids !== null) query = query.where('id', 'in', [...ids]);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The person has this conversation in front of them: what was told about it is read. */
export async function markSeen(
  { tx, workspaceId, now }: NotificationCall,
  userId: string,
  conversationId: string,
): Promise<number> {
  const result = await tx
    .updateTable('notifications')
    .set({ read_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('conversation_id', '=', conversationId)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/**
 * What a colleague has settled is read for everybody: messages of conversations without unread ones, and messages
 * that nobody looked after for those who do not look after them now. Answers whose notifications changed.
 */
export async function settle(
  { tx, workspaceId, now }: NotificationCall,
  conversationIds: readonly string[],
): Promise<string[]> {
  if (conversationIds.length === 0) return [];
  const { rows } = await sql<{ userId: string }>`
    update notifications n set read_at = ${now}
    from conversations c
    where n.workspace_id = ${workspaceId} and n.conversation_id = any(${conversationIds}::uuid[]) and n.read_at is null
      and c.workspace_id = n.workspace_id and c.id = n.conversation_id
      and ((c.unread_count = 0 and n.kind in ('message_mine', 'message_unassigned', 'snooze_over'))
        or (c.waiting_since is null and n.kind = 'window_closing')
        or (n.kind = 'message_unassigned' and exists (select from conversation_assignees a
            where a.workspace_id = c.workspace_id and a.conversation_id = c.id)
          and not exists (select from conversation_assignees a where a.workspace_id = c.workspace_id
            and a.conversation_id = c.id and a.user_id = n.user_id)))
    returning n.user_id as "userId"`.execute(tx);
  return [...new Set(rows.map(({ userId }) => userId))];
}

/** Notes that everything unread of these has been pushed or mailed. */
export async function noteTold(
  { tx, workspaceId }: NotificationCall,
  ids: readonly string[],
  by: 'pushed_count' | 'mailed_count',
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('notifications')
    .set((eb) => ({ [by]: eb.ref('count') }))
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Removes read ones of before `readBefore` and all of before `before`. */
export async function forgetNotifications(
  { tx, workspaceId }: NotificationCall,
  readBefore: Date,
  before: Date,
): Promise<void> {
  await sql`delete from notifications where workspace_id = ${workspaceId}
    and (at < ${before} or (read_at is not null and at < ${readBefore}))`.execute(tx);
}
