// Sends an invitation again, with a new link and a new end.
import { publish } from '#events/publish.ts';
import { newInvitationToken } from '#features/people/invitation-token.ts';
import type { invitationsContract } from '#features/people/invitations.contract.ts';
import { mayTouch } from '#features/people/owners.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import { findInvitation, renewInvitation } from '#features/people/people-invitations.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { mailInvitation } from './mail-invitation.ts';
import { shownInvitation } from './shown-invitation.ts';

export const resendInvitation: Handler<typeof invitationsContract.resend> = async (call, { id }) => {
  const { tx, workspaceId, services, now } = call;
  const row = await findInvitation(tx, workspaceId, id);
  if (!row) throw notFound('invitation');
  mayTouch(call, row.role);
  const { link, ...token } = newInvitationToken(services, now);
  await renewInvitation(tx, workspaceId, id, token);
  const handedOver = await mailInvitation(call, row.email, link);
  await recordAudit(call, {
    action: 'invitation.sent_again',
    subjectType: 'invitation',
    subjectId: id,
    details: { email: row.email, role: row.role },
  });
  await publish(call, 'workspace.changed', workspaceId, {});
  return { ...shownInvitation({ ...row, expiresAt: token.expiresAt }, now), link: handedOver };
};
