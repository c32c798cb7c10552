// The SQL that deletes the tickets of contacts that go.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

/** Deletes up to `most` with their timelines; answers how many. The figures of the report stay. */
export async function eraseTickets(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  contactIds: readonly string[],
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from tickets where workspace_id = ${call.workspaceId} and id = any(array(
      select id from tickets where workspace_id = ${call.workspaceId} and contact_id = any(${contactIds}::uuid[])
      limit ${most}))
    returning id`.execute(call.tx);
  return rows.map((row) => row.id);
}
