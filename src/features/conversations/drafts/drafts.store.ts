// The SQL of drafts: one per conversation, person and side.
import { sql } from 'kysely';
import type { ThreadPair, VisibleThread } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';
import type { DraftSide, Drafts } from './drafts.contract.ts';

type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export async function readDrafts(
  call: Pick<StoreCall, 'tx' | 'workspaceId'>,
  thread: VisibleThread,
  userId: string,
): Promise<Drafts> {
  const rows = await call.tx
    .selectFrom('drafts')
    .select(['side', 'text'])
    .where('workspace_id', '=', call.workspaceId)
    .where('conversation_id', '=', thread.id)
    .where('user_id', '=', userId)
    .execute();
  const of = (side: DraftSide) => rows.find((row) => row.side === side)?.text ?? '';
  return { reply: of('reply'), note: of('note') };
}

/** Keeps `text`, or forgets the draft when it is nothing but spaces. */
export async function keepDraft(
  call: StoreCall,
  thread: VisibleThread,
  userId: string,
  side: DraftSide,
  text: string,
): Promise<void> {
  if (text.trim() === '') {
    await call.tx
      .deleteFrom('drafts')
      .where('workspace_id', '=', call.workspaceId)
      .where('conversation_id', '=', thread.id)
      .where('user_id', '=', userId)
      .where('side', '=', side)
      .execute();
    return;
  }
  await call.tx
    .insertInto('drafts')
    .values({
      workspace_id: call.workspaceId,
      conversation_id: thread.id,
      user_id: userId,
      side,
      text,
      changed_at: call.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'conversation_id', 'user_id', 'side'])
        .doUpdateSet({ text, changed_at: call.now }),
    )
    .execute();
}

/** Moves drafts to the conversations that stay; where a person has one in both, the one that stays remains. */
export async function moveDrafts(
  call: Pick<StoreCall, 'tx' | 'workspaceId'>,
  pairs: readonly ThreadPair[],
): Promise<void> {
  await sql`
    insert into drafts (workspace_id, conversation_id, user_id, side, text, changed_at)
    select d.workspace_id, p.kept, d.user_id, d.side, d.text, d.changed_at
    from unnest(${pairs.map((pair) => pair.gone)}::uuid[], ${pairs.map((pair) => pair.kept)}::uuid[]) p(gone, kept)
    join drafts d on d.workspace_id = ${call.workspaceId} and d.conversation_id = p.gone
    on conflict do nothing`.execute(call.tx);
}
