// The SQL on files of messages, and on files as the provider knows them.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

export type MediaCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export type MediaState = 'waiting' | 'ready' | 'failed';

/** Files of received messages, to be fetched. */
export async function insertWaiting(
  call: MediaCall,
  rows: readonly { messageId: string; mediaId: string }[],
): Promise<void> {
  await sql`
    insert into message_media (workspace_id, message_id, media_id, state)
    select ${call.workspaceId}, m, p, 'waiting'
    from unnest(${rows.map((r) => r.messageId)}::uuid[], ${rows.map((r) => r.mediaId)}::text[]) r(m, p)
    on conflict do nothing`.execute(call.tx);
}

/** The file of a message that we send. */
export async function insertReady(
  call: MediaCall,
  row: { messageId: string; mediaId: string; fileId: string },
): Promise<void> {
  await call.tx
    .insertInto('message_media')
    .values({
      workspace_id: call.workspaceId,
      message_id: row.messageId,
      media_id: row.mediaId,
      state: 'ready',
      file_id: row.fileId,
    })
    .execute();
}

/** What is known of a message's file, with the conversation that it belongs to. */
export function findMessageMedia(call: Pick<Call, 'tx' | 'workspaceId'>, messageId: string) {
  return call.tx
    .selectFrom('message_media as mm')
    .innerJoin('messages as m', (join) =>
      join.onRef('m.workspace_id', '=', 'mm.workspace_id').onRef('m.id', '=', 'mm.message_id'),
    )
    .select([
      'mm.media_id as mediaId',
      'mm.state',
      sql<boolean>`coalesce(m.content -> 'withdrawn' = 'true', false)`.as('withdrawn'),
      'mm.file_id as fileId',
      'm.conversation_id as conversationId',
      'm.number_id as numberId',
      sql<string | null>`m.content ->> 'fileName'`.as('fileName'),
      sql<string | null>`m.content ->> 'mimeType'`.as('mimeType'),
    ])
    .where('mm.workspace_id', '=', call.workspaceId)
    .where('mm.message_id', '=', messageId)
    .$narrowType<{ state: MediaState }>()
    .executeTakeFirst();
}

export async function setMediaState(
  call: MediaCall,
  messageId: string,
  change: { state: MediaState; fileId?: string; failure?: string | null },
): Promise<void> {
  await call.tx
    .updateTable('message_media')
    .set({
      state: change.state,
      failure: change.failure ?? null,
      ...(change.fileId ? { file_id: change.fileId } : {}),
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('message_id', '=', messageId)
    .execute();
}

export async function saveProviderMedia(
  call: MediaCall,
  row: { numberId: string; fileId: string; mediaId: string },
): Promise<void> {
  const values = { media_id: row.mediaId, uploaded_at: call.now };
  await call.tx
    .insertInto('provider_media')
    .values({ workspace_id: call.workspaceId, number_id: row.numberId, file_id: row.fileId, ...values })
    .onConflict((c) => c.columns(['workspace_id', 'number_id', 'file_id']).doUpdateSet(values))
    .execute();
}

/** The provider's id of a file that was uploaded for this number, and since when it is there. */
export async function findProviderMedia(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  numberId: string,
  fileId: string,
): Promise<{ mediaId: string; uploadedAt: Date } | undefined> {
  return call.tx
    .selectFrom('provider_media')
    .select(['media_id as mediaId', 'uploaded_at as uploadedAt'])
    .where('workspace_id', '=', call.workspaceId)
    .where('number_id', '=', numberId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
}

/** Whether a quick reply of the team, or of the caller's own, keeps the file. */
export async function isOfQuickReply(
  call: Pick<Call, 'tx' | 'workspaceId' | 'userId'>,
  fileId: string,
): Promise<boolean> {
  const row = await call.tx
    .selectFrom('quick_replies')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('file_id', '=', fileId)
    .where((eb) => eb.or([eb('user_id', 'is', null), eb('user_id', '=', call.userId)]))
    .executeTakeFirst();
  return row !== undefined;
}
