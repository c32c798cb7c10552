// Answers the workspace of the call.
import { findWorkspace } from '#features/people/people-workspaces.store.ts';
import type { workspacesContract } from '#features/people/workspaces.contract.ts';
import type { Handler } from '#operations/handle.ts';
import { shownWorkspace } from './shown-workspace.ts';

export const getWorkspace: Handler<typeof workspacesContract.get> = async ({ tx, workspaceId }) =>
  shownWorkspace(await findWorkspace(tx, workspaceId));
