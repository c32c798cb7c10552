// Removes the demo workspace with everything in it.
import { deleteWorkspace, findWorkspace } from '#features/people/people-workspaces.store.ts';
import type { workspacesContract } from '#features/people/workspaces.contract.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const removeDemo: Handler<typeof workspacesContract.removeDemo> = async (call) => {
  const { tx, workspaceId, services } = call;
  const workspace = await findWorkspace(tx, workspaceId);
  if (!workspace.isDemo)
    throw conflict(
      'workspace_real',
      'Only the demo workspace can be removed in one action; this one holds real work.',
    );
  await deleteWorkspace(tx, workspaceId);
  call.afterCommit(() => services.files.removeAll(workspaceId));
  return done;
};
