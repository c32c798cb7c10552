// Writes many open deals into the first stages of a pipeline, as rows.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';

export type DealRows = {
  workspaceId: string;
  pipelineId: string;
  /** The deals go round them. */
  stageIds: readonly string[];
  ids: readonly string[];
};

/** The n-th of them is “Deal n” and worth n euros; each has one of the contacts that there are. */
export async function writeDealRows(
  tx: Tx,
  { workspaceId, pipelineId, stageIds, ids }: DealRows,
): Promise<void> {
  await sql`
    insert into deals (workspace_id, id, title, pipeline_id, stage_id, place, amount, currency, worth, close_on,
      state, stage_since, created_by, created_at, updated_at)
    select ${workspaceId}, id, 'Deal ' || n, ${pipelineId},
      (${stageIds}::uuid[])[1 + n % ${stageIds.length}::int], n, n * 100, 'EUR',
      n * 100, current_date + (n % 90)::int, 'open', now(), '{"kind": "system", "name": "bench"}', now(), now()
    from unnest(${ids}::uuid[]) with ordinality d(id, n)`.execute(tx);
  await sql`
    insert into deal_contacts (workspace_id, deal_id, contact_id, position)
    select ${workspaceId}, d.id, c.id, 0
    from (select id, row_number() over () as n from unnest(${ids}::uuid[]) id) d
    join (select id, row_number() over (order by id) as n, count(*) over () as people
      from contacts where workspace_id = ${workspaceId}) c on c.n = 1 + d.n % c.people`.execute(tx);
}
