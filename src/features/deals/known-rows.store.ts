// The SQL that finds what rows of a file name: people, contacts, deals.
import { sql } from 'kysely';
import { groupBy } from '#kit/group-by.ts';
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

export type Referred = { id: string; currency: string | null };

/**
 * Deals by the reference as the rows write it. Only the database says which spellings are one: what it makes of
 * capitals beyond A to Z depends on how it was set up. It does so beforehand: within the condition, row-level security
 * would keep the index from being used.
 */
export async function dealsByReference(
  call: ReadCall,
  references: readonly string[],
): Promise<Map<string, Referred[]>> {
  const { rows } = await sql<Referred & { written: string }>`
    with named as materialized (
      select written, lower(written) as key from unnest(${[...new Set(references)]}::text[]) written
    )
    select n.written, d.id, d.currency from named n
    join deals d on d.workspace_id = ${call.workspaceId} and d.reference_key = n.key`.execute(call.tx);
  return groupBy(rows, (row) => row.written);
}

/**
 * Waits until no other file of the workspace is at a batch, to the end of the transaction: two that name the same new
 * reference would each find no deal with it, and both make one.
 */
export async function holdLoading({ tx, workspaceId }: ReadCall): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`deals from files ${workspaceId}`}, 0))`.execute(
    tx,
  );
}
