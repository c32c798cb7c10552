// The SQL on what the owners were told.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

const AGAIN_AFTER_MS = 24 * 60 * 60_000;

/** Notes that the owners are told of `topic`; false when they were within a day. */
export async function noteTold(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  topic: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into owner_notices as n (workspace_id, topic, told_at) values (${call.workspaceId}, ${topic}, ${call.now})
    on conflict (workspace_id, topic) do update set told_at = excluded.told_at
      where n.told_at <= ${new Date(call.now.getTime() - AGAIN_AFTER_MS)}
    returning topic`.execute(call.tx);
  return rows.length > 0;
}
