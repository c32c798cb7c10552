// The SQL on lanes: which process sends for a number, and whether the number rests.
import { sql } from 'kysely';
import type { SendingCall } from './sending.types.ts';

/** Remembers, at most every few seconds, that the provider speaks of this number's messages. */
export async function noteStatuses(call: SendingCall, numberIds: readonly string[]): Promise<void> {
  await sql`
    update send_lanes set last_status_at = ${call.now}
    where workspace_id = ${call.workspaceId} and number_id = any(${numberIds}::uuid[])
      and (last_status_at is null or last_status_at < ${call.now}::timestamptz - interval '2 seconds')`.execute(
    call.tx,
  );
}
