// The SQL on what each person has in front of them: one row per tab, true for a short time after it was told.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';

/** A tab tells every 20 seconds; after this silence it is gone. */
export const PRESENT_MS = 45_000;

type AttentionCall = { tx: Tx; workspaceId: string; now: Date };

export type Attention = { tabId: string; turn: number; focused: boolean; conversationId: string | null };

/** Answers whether it is the newest that the tab told: on a slow line they overtake each other. */
export async function noteAttention(
  { tx, workspaceId, now }: AttentionCall,
  userId: string,
  { tabId, turn, focused, conversationId }: Attention,
): Promise<boolean> {
  const { rows } = await sql`
    insert into attention (workspace_id, user_id, tab_id, turn, conversation_id, focused, at)
    values (${workspaceId}, ${userId}, ${tabId}, ${turn}, ${conversationId}, ${focused}, ${now})
    on conflict (workspace_id, user_id, tab_id) do update
      set turn = excluded.turn, conversation_id = excluded.conversation_id, focused = excluded.focused,
        at = excluded.at
      where attention.turn < excluded.turn
    returning tab_id`.execute(tx);
  return rows.length > 0;
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

export async function forgetAttention({ tx, workspaceId }: AttentionCall, before: Date): Promise<void> {
  await tx.deleteFrom('attention').where('workspace_id', '=', workspaceId).where('at', '<', before).execute();
}
