// Counts templates by status, and says which languages are in use.
import { sql } from 'kysely';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const countTemplates: Handler<typeof templatesContract.count> = async (call) => {
  const rows = await call.tx
    .selectFrom('templates')
    .select([
      'status',
      sql<number>`count(*)`.as('count'),
      sql<string[]>`array_agg(distinct language)`.as('languages'),
    ])
    .where('workspace_id', '=', call.workspaceId)
    .groupBy('status')
    .execute();
  const present = rows.filter((row) => row.status !== 'deleted');
  return {
    total: present.reduce((sum, row) => sum + row.count, 0),
    byStatus: Object.fromEntries(rows.map((row) => [row.status, row.count])),
    languages: [...new Set(present.flatMap((row) => row.languages))].sort(),
  };
};
