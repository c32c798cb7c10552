// The SQL on pictures of the advertisements and posts from which customers came.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

type PictureCall = Pick<Call, 'tx' | 'workspaceId'>;

/** Why there is none: gone at WhatsApp, not reached for an hour, or nothing that can be shown here. */
export const PICTURE_FAILURES = ['gone', 'unreachable', 'unusable'] as const;
export type PictureFailure = (typeof PICTURE_FAILURES)[number];

export type AdPicture = {
  state: 'waiting' | 'ready' | 'failed';
  fileId: string | null;
  failure: PictureFailure | null;
  mimeType: string | null;
};

export async function insertAdPictures(
  call: PictureCall & Pick<Call, 'now'>,
  messageIds: readonly string[],
): Promise<void> {
  await sql`
    insert into ad_pictures (workspace_id, message_id, asked_at)
    select ${call.workspaceId}, m, ${call.now} from unnest(${messageIds}::uuid[]) m
    on conflict do nothing`.execute(call.tx);
}

/** Those of `messageIds` that have one, by message. */
export async function findAdPictures(
  call: PictureCall,
  messageIds: readonly string[],
): Promise<Map<string, AdPicture>> {
  const { rows } = await sql<AdPicture & { messageId: string }>`
    select p.message_id as "messageId", p.state, p.file_id as "fileId", p.failure, f.mime_type as "mimeType"
    from ad_pictures p left join files f on f.workspace_id = p.workspace_id and f.id = p.file_id
    where p.workspace_id = ${call.workspaceId} and p.message_id = any(${messageIds}::uuid[])`.execute(
    call.tx,
  );
  return new Map(rows.map(({ messageId, ...picture }) => [messageId, picture]));
}

/** What is to be fetched, with the conversation that it belongs to; undefined when nothing waits. */
export async function findWaitingPicture(call: PictureCall, messageId: string) {
  const { rows } = await sql<{ conversationId: string; askedAt: Date; referral: Record<string, unknown> }>`
    select m.conversation_id as "conversationId", p.asked_at as "askedAt", m.content -> 'referral' as referral
    from ad_pictures p join messages m on m.workspace_id = p.workspace_id and m.id = p.message_id
    where p.workspace_id = ${call.workspaceId} and p.message_id = ${messageId} and p.state = 'waiting'`.execute(
    call.tx,
  );
  return rows[0];
}

/** The file of a picture that came, with its conversation. */
export async function findReadyPicture(call: PictureCall, messageId: string) {
  const { rows } = await sql<{ fileId: string; conversationId: string }>`
    select p.file_id as "fileId", m.conversation_id as "conversationId"
    from ad_pictures p join messages m on m.workspace_id = p.workspace_id and m.id = p.message_id
    where p.workspace_id = ${call.workspaceId} and p.message_id = ${messageId} and p.file_id is not null
      and m.content ->> 'withdrawn' is distinct from 'true'`.execute(call.tx);
  return rows[0];
}

export async function settleAdPicture(
  call: PictureCall,
  messageId: string,
  result: { fileId: string } | { failure: PictureFailure },
): Promise<void> {
  const fileId = 'fileId' in result ? result.fileId : null;
  const failure = 'failure' in result ? result.failure : null;
  await sql`
    update ad_pictures set state = ${fileId ? 'ready' : 'failed'}, file_id = ${fileId}::uuid, failure = ${failure}::text
    where workspace_id = ${call.workspaceId} and message_id = ${messageId}`.execute(call.tx);
}
