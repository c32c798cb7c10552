// Changes a person's role in the workspace.
import { publish } from '#events/publish.ts';
import type { membersContract } from '#features/people/members.contract.ts';
import { keepOneOwner, mayTouch } from '#features/people/owners.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import { findMember, lockOwners, setRole } from '#features/people/people-members.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { shownMember } from './shown-member.ts';

export const changeMemberRole: Handler<typeof membersContract.changeRole> = async (
  call,
  { userId, role },
) => {
  const { tx, workspaceId } = call;
  const owners = await lockOwners(tx, workspaceId);
  const member = await findMember(tx, workspaceId, userId);
  if (!member) throw notFound('member');
  mayTouch(call, member.role, role);
  if (member.role === role) return shownMember(member);
  if (member.role === 'owner') keepOneOwner(owners, userId);
  await setRole(tx, workspaceId, userId, role);
  await recordAudit(call, {
    action: 'member.role_changed',
    subjectType: 'member',
    subjectId: userId,
    details: { name: member.name, from: member.role, to: role },
  });
  await publish(call, 'workspace.changed', workspaceId, {});
  return shownMember({ ...member, role });
};
