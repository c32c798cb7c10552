// Lists the people of the workspace.
import type { membersContract } from '#features/people/members.contract.ts';
import { listMembers as list } from '#features/people/people-members.store.ts';
import { toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';
import { cursorId } from './cursor-id.ts';
import { shownMember } from './shown-member.ts';

export const listMembers: Handler<typeof membersContract.list> = async (
  { tx, workspaceId },
  { limit, cursor },
) => {
  const rows = await list(tx, workspaceId, cursorId(cursor), limit + 1);
  return toPage(rows.map(shownMember), limit, (member) => [member.userId]);
};
