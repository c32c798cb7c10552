// Makes a workspace with its first member.
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { insertMembership, insertWorkspace, type NewWorkspace } from './people-workspaces.store.ts';

/** Makes a workspace of which `ownerId` is the owner; answers its id. */
export async function addWorkspace(
  services: Services,
  ownerId: string,
  workspace: Omit<NewWorkspace, 'id'>,
): Promise<string> {
  const id = newId();
  await services.db.inWorkspace(id, async (tx) => {
    await insertWorkspace(tx, { ...workspace, id }, now());
    await insertMembership(tx, id, ownerId, 'owner', now());
  });
  return id;
}
