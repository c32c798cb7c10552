// Counts the contacts that meet conditions and that the caller may see.
import { sql } from 'kysely';
import { meeting, visibleAnd } from '#features/contacts/contacts.ts';
import type { segmentsContract } from '#features/segments/segments.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const countSegment: Handler<typeof segmentsContract.count> = async (call, { conditions }) => {
  const condition = visibleAnd(call, await meeting(call, conditions));
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from contacts c where ${condition}`.execute(call.tx);
  return { count: rows[0]!.count };
};
