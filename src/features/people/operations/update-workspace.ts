// Changes the workspace's name, country, language or time zone.
import { publish } from '#events/publish.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import { findWorkspace, updateWorkspace as update } from '#features/people/people-workspaces.store.ts';
import type { workspacesContract } from '#features/people/workspaces.contract.ts';
import type { Handler } from '#operations/handle.ts';
import { shownWorkspace } from './shown-workspace.ts';

export const updateWorkspace: Handler<typeof workspacesContract.update> = async (call, changes) => {
  const { tx, workspaceId } = call;
  if (Object.values(changes).some((value) => value !== undefined)) {
    await update(tx, workspaceId, changes);
    await recordAudit(call, {
      action: 'workspace.changed',
      subjectType: 'workspace',
      subjectId: workspaceId,
      details: changes,
    });
    await publish(call, 'workspace.changed', workspaceId, {});
  }
  return shownWorkspace(await findWorkspace(tx, workspaceId));
};
