// The SQL that finds what rows of a file name: people, contacts, deals.
import { sql } from 'kysely';
import type { StoreCall } from './deals.types.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

/** Members, the newest first. */
export async function readMembers(call: ReadCall): Promise<{ id: string; email: string; name: string }[]> {
  const { rows } = await sql<{ id: string; email: string; name: string }>`
    select u.id, u.email, u.name from memberships m join users u on u.id = m.user_id
    where m.workspace_id = ${call.workspaceId} order by u.id desc`.execute(call.tx);
  return rows;
}

/** Ids of contacts by phone. */
export async function contactsByPhone(
  call: ReadCall,
  phones: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; phone: string }>`
    select id, phone from contacts where workspace_id = ${call.workspaceId} and phone = any(${phones}::text[])
      and erasing_at is null`.execute(call.tx);
  return new Map(rows.map((row) => [row.phone, row.id]));
}

/** Ids of deals by reference in lower case. */
export async function dealsByReference(
  call: ReadCall,
  references: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ reference: string; ids: string[] }>`
    select lower(reference) as reference, array_agg(id::text) as ids from deals
    where workspace_id = ${call.workspaceId}
      and lower(reference) = any(${references.map((one) => one.toLowerCase())}::text[]) group by 1`.execute(
    call.tx,
  );
  return new Map(rows.map((row) => [row.reference, row.ids]));
}
