// Shows an invitation to whoever holds its link.
import { invitationHash } from '#features/people/invitation-token.ts';
import type { invitationsContract } from '#features/people/invitations.contract.ts';
import { findPersonByEmail } from '#features/people/people.store.ts';
import { findInvitationByToken } from '#features/people/people-invitations.store.ts';
import { findWorkspace } from '#features/people/people-workspaces.store.ts';
import { AppError } from '#kit/errors.ts';
import type { OpenCall } from '#operations/call.ts';
import type { OpenHandler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const lookUpInvitation: OpenHandler<typeof invitationsContract.lookUp> = async (call, { token }) => {
  const { db } = call;
  const invitation = await validInvitation(call, token);
  const workspace = await findWorkspace(db.kysely, invitation.workspaceId);
  return {
    workspaceName: workspace.name,
    email: invitation.email,
    role: invitation.role,
    invitedBy: invitation.invitedBy,
    expiresAt: iso(invitation.expiresAt),
    hasAccount: (await findPersonByEmail(db.kysely, invitation.email)) !== undefined,
  };
};

/** The invitation of `token`; throws `invitation_invalid` when it was accepted, taken back or is over. */
export async function validInvitation({ db, services, now }: OpenCall, token: string) {
  const invitation = await findInvitationByToken(db, invitationHash(services, token));
  if (invitation && invitation.expiresAt > now) return invitation;
  throw invitationInvalid();
}

export function invitationInvalid(): AppError {
  return new AppError(
    'invitation_invalid',
    'This invitation is no longer valid. Ask the person who sent it for a new one.',
    { status: 404 },
  );
}
