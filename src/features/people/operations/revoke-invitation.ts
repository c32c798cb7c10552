// Takes an invitation back: its link stops working.
import { publish } from '#events/publish.ts';
import type { invitationsContract } from '#features/people/invitations.contract.ts';
import { mayTouch } from '#features/people/owners.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import { deleteInvitation, findInvitation } from '#features/people/people-invitations.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const revokeInvitation: Handler<typeof invitationsContract.revoke> = async (call, { id }) => {
  const { tx, workspaceId } = call;
  const row = await findInvitation(tx, workspaceId, id);
  if (!row) throw notFound('invitation');
  mayTouch(call, row.role);
  if (!(await deleteInvitation(tx, workspaceId, id))) throw notFound('invitation');
  await recordAudit(call, {
    action: 'invitation.revoked',
    subjectType: 'invitation',
    subjectId: id,
    details: { email: row.email, role: row.role },
  });
  await publish(call, 'workspace.changed', workspaceId, {});
  return done;
};
