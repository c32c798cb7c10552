// What somebody who left work to be done later may do now.
import type { Actor, Call } from '#operations/call.ts';
import { type Permission, ROLE_PERMISSIONS, type Role } from '#operations/permissions.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;

/** Of a member by their role, of an API key by its scopes; nothing when they have left, or it was revoked. */
export async function rightsNow(
  call: ReadCall,
  { actor, userId }: { actor: Actor; userId: string | null },
): Promise<ReadonlySet<Permission>> {
  if (userId) return new Set(await ofMember(call, userId));
  return new Set(actor.kind === 'api_key' ? await ofKey(call, actor.id) : []);
}

async function ofMember({ tx, workspaceId }: ReadCall, userId: string): Promise<readonly Permission[]> {
  const member = await tx
    .selectFrom('memberships')
    .select('role')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return member ? ROLE_PERMISSIONS[member.role as Role] : [];
}

async function ofKey({ tx, workspaceId }: ReadCall, id: string): Promise<readonly Permission[]> {
  const key = await tx
    .selectFrom('api_keys')
    .select('scopes')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return (key?.scopes ?? []) as readonly Permission[];
}
