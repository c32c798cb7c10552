// Creates a workspace; whoever does becomes its owner.
import { addWorkspace } from '#features/people/add-workspace.ts';
import { findWorkspace } from '#features/people/people-workspaces.store.ts';
import type { workspacesContract } from '#features/people/workspaces.contract.ts';
import type { OpenHandler } from '#operations/handle.ts';
import { personCalling } from './person-calling.ts';
import { shownWorkspace } from './shown-workspace.ts';

export const createWorkspace: OpenHandler<typeof workspacesContract.create> = async (
  { caller, db, services },
  input,
) => {
  const id = await addWorkspace(services, personCalling(caller), { ...input, isDemo: false });
  return shownWorkspace(await findWorkspace(db.kysely, id));
};
