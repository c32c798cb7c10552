// The SQL on what each person has in front of them: one row per tab, true for a short time after it was told.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';

/** A tab tells every 20 seconds; after this silence it is gone. */
export const PRESENT_MS = 45_000;

type AttentionCall = { tx: Tx; workspaceId: string; now: Date };

/** Who types tells it every few seconds. */
export const TYPING_MS = 8_000;

export type Attention = {
  tabId: string;
  turn: number;
  focused: boolean;
  conversationId: string | null;
  isTyping: boolean;
};

/**
 * Answers the conversations in which colleagues see something else now than before; null when it is not the newest that
 * the tab told: on a slow line they overtake each other.
 */
export async function noteAttention(
  { tx, workspaceId, now }: AttentionCall,
  userId: string,
  { tabId, turn, focused, conversationId, isTyping }: Attention,
): Promise<string[] | null> {
  const before = await tx
    .selectFrom('attention')
    .select(['conversation_id', 'focused', 'typing_at', 'at'])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('tab_id', '=', tabId)
    .executeTakeFirst();
  const { rows } = await sql`
    insert into attention (workspace_id, user_id, tab_id, turn, conversation_id, focused, at, typing_at)
    values (${workspaceId}, ${userId}, ${tabId}, ${turn}, ${conversationId}, ${focused}, ${now},
      ${isTyping ? now : null}::timestamptz)
    on conflict (workspace_id, user_id, tab_id) do update
      set turn = excluded.turn, conversation_id = excluded.conversation_id, focused = excluded.focused,
        at = excluded.at, typing_at = excluded.typing_at
      where attention.turn < excluded.turn
    returning tab_id`.execute(tx);
  if (rows.length === 0) return null;
  const was = before?.focused && before.at.getTime() > now.getTime() - PRESENT_MS ? before : undefined;
  const from = was?.conversation_id ?? null;
  const to = focused ? conversationId : null;
  if (from === to && (was?.typing_at != null) === isTyping) return [];
  return [...new Set([from, to])].filter((id) => id !== null);
}

export type Companion = { userId: string; name: string; doing: 'typing' | 'looking' };

/** Who else has the conversation in front of them now, by name. */
export async function readCompany(
  { tx, workspaceId, now }: AttentionCall,
  conversationId: string,
  except: string | null,
): Promise<Companion[]> {
  const { rows } = await sql<Companion>`
    select a.user_id as "userId", u.name, case when bool_or(a.typing_at > ${new Date(now.getTime() - TYPING_MS)})
      then 'typing' else 'looking' end as doing
    from attention a join users u on u.id = a.user_id
    where a.workspace_id = ${workspaceId} and a.conversation_id = ${conversationId} and a.focused
      and a.at > ${new Date(now.getTime() - PRESENT_MS)} and a.user_id is distinct from ${except}::uuid
    group by a.user_id, u.name order by u.name`.execute(tx);
  return rows;
}

/** When a tab of the person last told anything; null: not within the last day. */
export async function lastPresent(
  { tx, workspaceId }: Pick<AttentionCall, 'tx' | 'workspaceId'>,
  userId: string,
): Promise<Date | null> {
  const row = await tx
    .selectFrom('attention')
    .select('at')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Whether a tab is in front of them now. */
export async function isPresent({ tx, workspaceId, now }: AttentionCall, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('attention')
    .select('tab_id')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('focused', '=', true)
    .where('at', '>', new Date(now.getTime() - PRESENT_MS))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of `userIds` who chose not to be disturbed. */
export async function whoAreBusy(
  { tx, workspaceId }: Pick<AttentionCall, 'tx' | 'workspaceId'>,
  userIds: readonly string[],
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('presence')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('chosen', '=', 'busy')
    .where('user_id', 'in', [...userIds])
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

export async function forgetAttention({ tx, workspaceId }: AttentionCall, before: Date): Promise<void> {
  await tx.deleteFrom('attention').where('workspace_id', '=', workspaceId).where('at', '<', before).execute();
}
