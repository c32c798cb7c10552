// Invites a person by mail to join the workspace.
import { publish } from '#events/publish.ts';
import { newInvitationToken } from '#features/people/invitation-token.ts';
import type { invitationsContract } from '#features/people/invitations.contract.ts';
import { mayTouch } from '#features/people/owners.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import {
  findInvitation,
  forgetEndedInvitations,
  insertInvitation,
} from '#features/people/people-invitations.store.ts';
import { findMemberByEmail } from '#features/people/people-members.store.ts';
import { conflict, isUniqueViolation } from '#kit/errors.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { mailInvitation } from './mail-invitation.ts';
import { shownInvitation } from './shown-invitation.ts';

export const createInvitation: Handler<typeof invitationsContract.create> = async (call, { email, role }) => {
  const { tx, workspaceId, services, now } = call;
  mayTouch(call, role);
  if (await findMemberByEmail(tx, workspaceId, email))
    throw conflict('member_exists', 'This person already belongs to the workspace.');
  await forgetEndedInvitations(tx, workspaceId, email, now);
  const { link, ...token } = newInvitationToken(services, now);
  const id = await insertInvitation(tx, workspaceId, {
    email,
    role,
    ...token,
    invitedBy: personOf(call),
    createdAt: now,
  }).catch((error) => {
    throw isUniqueViolation(error, 'invitations_open')
      ? conflict('invitation_exists', 'This person is already invited. Send the invitation again instead.')
      : error;
  });
  const handedOver = await mailInvitation(call, email, link);
  await recordAudit(call, {
    action: 'invitation.sent',
    subjectType: 'invitation',
    subjectId: id,
    details: { email, role },
  });
  await publish(call, 'workspace.changed', workspaceId, {});
  const row = await findInvitation(tx, workspaceId, id);
  return { ...shownInvitation(row!, now), link: handedOver };
};
