// The SQL on the people of a workspace and their roles.
import type { Tx } from '#db/database.ts';
import type { Role } from '#operations/permissions.ts';

function members(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('memberships as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select([
      'm.user_id as userId',
      'u.name',
      'u.email',
      'm.role',
      'u.two_factor_enabled as twoFactorEnabled',
      'm.created_at as joinedAt',
    ])
    .where('m.workspace_id', '=', workspaceId)
    .$narrowType<{ role: Role }>();
}

/** In the order of their ids, after the person `after`. */
export async function listMembers(tx: Tx, workspaceId: string, after: string | null, limit: number) {
  return members(tx, workspaceId)
    .$if(after !== null, (q) => q.where('m.user_id', '>', after!))
    .orderBy('m.user_id')
    .limit(limit)
    .execute();
}

export async function findMember(tx: Tx, workspaceId: string, userId: string) {
  return members(tx, workspaceId).where('m.user_id', '=', userId).executeTakeFirst();
}

export async function findMemberByEmail(tx: Tx, workspaceId: string, email: string) {
  return members(tx, workspaceId).where('u.email', '=', email).executeTakeFirst();
}

/**
 * Holds every owner of the workspace to the end of the transaction and answers their ids. Whoever changes or removes
 * a member does this first, so that two owners who remove each other at the same moment cannot leave none.
 */
export async function lockOwners(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('memberships')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.user_id);
}

export async function setRole(tx: Tx, workspaceId: string, userId: string, role: Role): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ role })
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute();
}

export async function deleteMembership(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx
    .deleteFrom('memberships')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute();
}

/** Adds a person who does not belong yet; false when they do already: their role stays. */
export async function joinWorkspace(
  tx: Tx,
  workspaceId: string,
  userId: string,
  role: Role,
  at: Date,
): Promise<boolean> {
  const added = await tx
    .insertInto('memberships')
    .values({ workspace_id: workspaceId, user_id: userId, role, created_at: at })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) > 0;
}
