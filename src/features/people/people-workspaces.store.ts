// The SQL on workspaces and on who belongs to them.
import type { Kysely } from 'kysely';
import type { Database, Tx } from '#db/database.ts';
import type { DB } from '#db/tables.generated.ts';
import type { Role } from '#operations/permissions.ts';

export type NewWorkspace = {
  id: string;
  name: string;
  country: string;
  language: string;
  timeZone: string;
  isDemo: boolean;
};

export async function insertWorkspace(db: Kysely<DB>, workspace: NewWorkspace, at: Date): Promise<void> {
  const { id, name, country, language, timeZone, isDemo } = workspace;
  await db
    .insertInto('workspaces')
    .values({ id, name, country, language, time_zone: timeZone, is_demo: isDemo, created_at: at })
    .execute();
}

const COLUMNS = [
  'w.id',
  'w.name',
  'w.country',
  'w.language',
  'w.time_zone as timeZone',
  'w.is_demo as isDemo',
  'w.created_at as createdAt',
] as const;

export async function findWorkspace(tx: Kysely<DB>, id: string) {
  return tx.selectFrom('workspaces as w').select(COLUMNS).where('w.id', '=', id).executeTakeFirstOrThrow();
}

export async function updateWorkspace(
  tx: Tx,
  id: string,
  changes: { name?: string; country?: string; language?: string; timeZone?: string },
): Promise<void> {
  const { timeZone, ...rest } = changes;
  await tx
    .updateTable('workspaces')
    .set({ ...rest, ...(timeZone === undefined ? {} : { time_zone: timeZone }) })
    .where('id', '=', id)
    .execute();
}

/** Everything of the workspace goes with it. */
export async function deleteWorkspace(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('workspaces').where('id', '=', id).execute();
}

/** The workspaces of a person with their role in each, by name. */
export async function workspacesOf(db: Database, userId: string) {
  return db.asSystem((tx) =>
    tx
      .selectFrom('memberships as m')
      .innerJoin('workspaces as w', 'w.id', 'm.workspace_id')
      .select([...COLUMNS, 'm.role'])
      .where('m.user_id', '=', userId)
      .orderBy('w.name')
      .orderBy('w.id')
      .$narrowType<{ role: Role }>()
      .execute(),
  );
}

export async function insertMembership(
  tx: Tx,
  workspaceId: string,
  userId: string,
  role: Role,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({ workspace_id: workspaceId, user_id: userId, role, created_at: at })
    .execute();
}
