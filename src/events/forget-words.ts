// Takes people's words out of events about things that are deleted; that something happened stays on record.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

/** Events of these tickets keep their state and lose title, description and what was changed. */
export async function forgetTicketWords(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ticketIds: readonly string[],
): Promise<void> {
  if (ticketIds.length === 0) return;
  await sql`
    update events set payload = payload
      || jsonb_build_object('ticket', payload -> 'ticket' || '{"title": "", "description": ""}')
      || case when payload ? 'changes' then '{"changes": []}'::jsonb else '{}' end
    where workspace_id = ${call.workspaceId} and subject_id = any(${ticketIds}::uuid[]) and payload ? 'ticket'`.execute(
    call.tx,
  );
}
