// A member's row as the contract shows it.
import type { Member } from '#features/people/members.contract.ts';
import type { findMember } from '#features/people/people-members.store.ts';
import { iso } from '#operations/operation.ts';

export function shownMember(row: NonNullable<Awaited<ReturnType<typeof findMember>>>): Member {
  return { ...row, joinedAt: iso(row.joinedAt) };
}
