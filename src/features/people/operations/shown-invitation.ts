// An invitation's row as the contract shows it.
import type { Invitation } from '#features/people/invitations.contract.ts';
import type { InvitationRow } from '#features/people/people-invitations.store.ts';
import { iso } from '#operations/operation.ts';

export function shownInvitation(row: InvitationRow, now: Date): Invitation {
  const { id, email, role, invitedBy, createdAt, expiresAt } = row;
  return {
    id,
    email,
    role,
    invitedBy,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    expired: expiresAt <= now,
  };
}
