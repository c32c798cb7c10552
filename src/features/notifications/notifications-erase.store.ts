// The SQL that deletes what was told about things that are gone.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

/** `ids`: contacts, tickets, messages. */
export async function eraseNotifications(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ids: readonly string[],
): Promise<void> {
  await sql`delete from notifications
    where workspace_id = ${call.workspaceId} and subject_id = any(${ids}::uuid[])`.execute(call.tx);
}
