// Removes a person from the workspace; their account and other workspaces stay.
import { publishAll } from '#events/publish.ts';
import type { membersContract } from '#features/people/members.contract.ts';
import { keepOneOwner, mayTouch } from '#features/people/owners.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import { deleteMembership, findMember, lockOwners } from '#features/people/people-members.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const removeMember: Handler<typeof membersContract.remove> = async (call, { userId }) => {
  const { tx, workspaceId } = call;
  const owners = await lockOwners(tx, workspaceId);
  const member = await findMember(tx, workspaceId, userId);
  if (!member) throw notFound('member');
  mayTouch(call, member.role);
  if (member.role === 'owner') keepOneOwner(owners, userId);
  await deleteMembership(tx, workspaceId, userId);
  await recordAudit(call, {
    action: 'member.removed',
    subjectType: 'member',
    subjectId: userId,
    details: { name: member.name, role: member.role },
  });
  await publishAll(call, [
    { name: 'member.removed', subjectId: userId, payload: {} },
    { name: 'workspace.changed', subjectId: workspaceId, payload: {} },
  ]);
  return done;
};
