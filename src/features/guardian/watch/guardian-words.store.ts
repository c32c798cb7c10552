// The SQL on the workspace's own spam phrases and on how the business calls itself.
import { sql } from 'kysely';
import type { Words } from '#features/guardian/watch.contract.ts';
import type { Call } from '#operations/call.ts';

export async function readWords(call: Pick<Call, 'tx' | 'workspaceId'>): Promise<Words> {
  const { rows } = await sql<Words>`
    select coalesce(g.added, '{}') as added, coalesce(g.allowed, '{}') as allowed,
      array(
        select w.name union
        select n.display_name from numbers n
        where n.workspace_id = w.id and n.disconnected_at is null and n.display_name <> ''
      ) as "businessNames"
    from workspaces w left join guardian_words g on g.workspace_id = w.id
    where w.id = ${call.workspaceId}`.execute(call.tx);
  return rows[0] ?? { added: [], allowed: [], businessNames: [] };
}

export async function saveWords(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  { added, allowed }: Pick<Words, 'added' | 'allowed'>,
): Promise<void> {
  await sql`
    insert into guardian_words (workspace_id, added, allowed, updated_at)
    values (${call.workspaceId}, ${added}::text[], ${allowed}::text[], ${call.now})
    on conflict (workspace_id) do update set added = excluded.added, allowed = excluded.allowed,
      updated_at = excluded.updated_at`.execute(call.tx);
}
