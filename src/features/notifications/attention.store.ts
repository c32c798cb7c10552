// The SQL on what each person has in front of them: one row per tab, true for a short time after it was told.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';

/** A tab tells every 20 seconds; after this silence it is gone. */
export const PRESENT_MS = 45_000;

type AttentionCall = { tx: Tx; workspaceId: string; now: Date };

export type Attention = { tabId: string; focused: boolean; conversationId: string | null };

export async function noteAttention(
  { tx, workspaceId, now }: AttentionCall,
  userId: string,
  { tabId, focused, conversationId }: Attention,
): Promise<void> {
  await sql`
    insert into attention (workspace_id, user_id, tab_id, conversation_id, focused, at)
    values (${workspaceId}, ${userId}, ${tabId}, ${conversationId}, ${focused}, ${now})
    on conflict (workspace_id, user_id, tab_id)
      do update set conversation_id = excluded.conversation_id, focused = excluded.focused, at = excluded.at`.execute(
    tx,
  );
}

/** When the person last had a tab in front of them; null: not within the last day. */
export async function lastPresent(
  { tx, workspaceId }: Pick<AttentionCall, 'tx' | 'workspaceId'>,
  userId: string,
): Promise<{ at: Date | null; focused: boolean }> {
  const row = await tx
    .selectFrom('attention')
    .select(['at', 'focused'])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .orderBy('focused', 'desc')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { at: null, focused: false };
}

export async function isPresent(call: AttentionCall, userId: string): Promise<boolean> {
  const { at, focused } = await lastPresent(call, userId);
  return focused && at !== null && call.now.getTime() - at.getTime() < PRESENT_MS;
}

export async function forgetAttention({ tx, workspaceId }: AttentionCall, before: Date): Promise<void> {
  await tx.deleteFrom('attention').where('workspace_id', '=', workspaceId).where('at', '<', before).execute();
}
