// Lists the invitations that wait for an answer.
import type { invitationsContract } from '#features/people/invitations.contract.ts';
import { listInvitations as list } from '#features/people/people-invitations.store.ts';
import { toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';
import { cursorId } from './cursor-id.ts';
import { shownInvitation } from './shown-invitation.ts';

export const listInvitations: Handler<typeof invitationsContract.list> = async (
  { tx, workspaceId, now },
  { limit, cursor },
) => {
  const rows = await list(tx, workspaceId, cursorId(cursor), limit + 1);
  return toPage(
    rows.map((row) => shownInvitation(row, now)),
    limit,
    (invitation) => [invitation.id],
  );
};
