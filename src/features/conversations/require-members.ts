// Whether people belong to the workspace, before something is given to them.
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';

/** Throws `bad_input` at `path` when one of `userIds` does not belong to the workspace. */
export async function requireMembers(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  path: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  const members = await call.tx
    .selectFrom('memberships')
    .select('user_id')
    .where('workspace_id', '=', call.workspaceId)
    .where('user_id', 'in', userIds)
    .execute();
  if (members.length < new Set(userIds).size)
    throw badInput([{ path, message: 'One of these people does not belong to the workspace.' }]);
}
