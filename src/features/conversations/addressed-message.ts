// The message that an answer quotes or a reaction is about: whether WhatsApp knows it, and by which id.
import { sql } from 'kysely';
import type { VisibleThread } from '#features/threads/threads.ts';
import { conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';

export type AddressedMessage = { id: string; kind: string; at: Date; providerId: string };

/** What has no bubble of its own that could be quoted or reacted to. */
const NOT_ADDRESSABLE = new Set(['reaction', 'system']);

/** Throws `not_found`, `message_not_quotable` for notices and reactions, `message_not_sent` when WhatsApp never had it. */
export async function addressedMessage(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  thread: VisibleThread,
  id: string,
): Promise<AddressedMessage> {
  const { rows } = await sql<
    Omit<AddressedMessage, 'providerId'> & { providerId: string | null; withdrawn: boolean }
  >`
    select id, kind, at, provider_id as "providerId", coalesce(content -> 'withdrawn' = 'true', false) as withdrawn
    from messages where workspace_id = ${call.workspaceId} and conversation_id = ${thread.id} and id = ${id}`.execute(
    call.tx,
  );
  const [message] = rows;
  if (!message) throw notFound('message');
  if (NOT_ADDRESSABLE.has(message.kind) || message.withdrawn)
    throw conflict('message_not_quotable', 'This is no message that one can quote or react to.');
  const { providerId } = message;
  if (providerId === null)
    throw conflict(
      'message_not_sent',
      'WhatsApp does not have this message yet: try again once it was sent.',
    );
  return { ...message, providerId };
}

/** The emoji with which we last reacted to the message; null: none. Failed ones do not count. */
export async function ourReactionTo(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  thread: VisibleThread,
  message: AddressedMessage,
): Promise<{ id: string; emoji: string | null } | undefined> {
  const { rows } = await sql<{ id: string; emoji: string | null }>`
    select id, content ->> 'emoji' as emoji from messages
    where workspace_id = ${call.workspaceId} and conversation_id = ${thread.id} and at >= ${message.at}
      and direction = 'out' and kind = 'reaction' and reply_to_id = ${message.id} and state <> 'failed'
    order by at desc, id desc limit 1`.execute(call.tx);
  return rows[0];
}
