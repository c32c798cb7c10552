// The SQL that finds connected numbers across workspaces.
import type { Database } from '#db/database.ts';

/** Every connected number of the installation. */
export function everyNumber(
  db: Database,
): Promise<{ workspaceId: string; id: string; accountId: string; simulated: boolean }[]> {
  return db.asSystem((tx) =>
    tx
      .selectFrom('numbers as n')
      .innerJoin('whatsapp_accounts as a', (join) =>
        join.onRef('a.workspace_id', '=', 'n.workspace_id').onRef('a.id', '=', 'n.account_id'),
      )
      .select(['n.workspace_id as workspaceId', 'n.id', 'a.id as accountId', 'a.simulated'])
      .where('n.disconnected_at', 'is', null)
      .execute(),
  );
}
