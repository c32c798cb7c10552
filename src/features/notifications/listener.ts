// The person whom a job tells something: what they may see now, and the language they read.
import type { Tx } from '#db/database.ts';
import { type Language, languageOr } from '#features/people/language.contract.ts';
import { ROLE_PERMISSIONS, type Role } from '#operations/permissions.ts';
import type { Listener } from './read-notifications.ts';

/** Null when they do not belong to the workspace any more. */
export async function listenerOf(
  tx: Tx,
  workspaceId: string,
  userId: string,
): Promise<
  (Listener & { email: string; language: Language; workspaceName: string; timeZone: string }) | null
> {
  const row = await tx
    .selectFrom('memberships as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .innerJoin('workspaces as w', 'w.id', 'm.workspace_id')
    .select(['m.role', 'u.email', 'u.language', 'w.language as spoken', 'w.name', 'w.time_zone'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.user_id', '=', userId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    tx,
    workspaceId,
    userId,
    permissions: new Set(ROLE_PERMISSIONS[row.role as Role]),
    email: row.email,
    language: languageOr(row.language ?? row.spoken, 'en'),
    workspaceName: row.name,
    timeZone: row.time_zone,
  };
}
