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

/** Deals that are gone, had any of these contacts, and are still called something in their events. */
export async function deletedDealsOf(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  contactIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from events
    where workspace_id = ${call.workspaceId} and name = 'deal.deleted' and payload #>> '{deal,title}' <> ''
      and payload #> '{deal,contactIds}' ?| ${contactIds}::text[]`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** Events of these deals keep figures and dates and lose title, reference and what was changed. */
export async function forgetDealWords(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  dealIds: readonly string[],
): Promise<void> {
  if (dealIds.length === 0) return;
  const wordless = '{"title": "", "reference": null}';
  await sql`
    update events set payload = payload
      || jsonb_build_object('deal', payload -> 'deal' || ${wordless}::jsonb)
      || case when payload ? 'before' then jsonb_build_object('before', payload -> 'before' || ${wordless}::jsonb)
        else '{}' end
      || case when payload ? 'changes' then '{"changes": []}'::jsonb else '{}' end
    where workspace_id = ${call.workspaceId} and subject_id = any(${dealIds}::uuid[]) and payload ? 'deal'`.execute(
    call.tx,
  );
}
