// The SQL on debts of the pair limit and on what a number receives.
import { sql } from 'kysely';
import type { SendingCall } from './sending.types.ts';

export type PairDebt = { contactId: string; freeAt: Date };

/** The debts of a number's customers that are not made up for; older ones are forgotten. */
export async function readDebts(call: SendingCall, numberId: string): Promise<PairDebt[]> {
  await sql`delete from pair_debts where workspace_id = ${call.workspaceId} and number_id = ${numberId}
    and free_at <= ${call.now}`.execute(call.tx);
  const { rows } = await sql<PairDebt>`select contact_id as "contactId", free_at as "freeAt" from pair_debts
    where workspace_id = ${call.workspaceId} and number_id = ${numberId}`.execute(call.tx);
  return rows;
}

export async function saveDebts(
  call: SendingCall,
  numberId: string,
  debts: readonly PairDebt[],
): Promise<void> {
  if (debts.length === 0) return;
  await sql`
    insert into pair_debts as d (workspace_id, number_id, contact_id, free_at)
    select ${call.workspaceId}, ${numberId}, contact_id, free_at
    from unnest(${debts.map((debt) => debt.contactId)}::uuid[], ${debts.map((debt) => debt.freeAt)}::timestamptz[])
      o(contact_id, free_at)
    on conflict (workspace_id, number_id, contact_id) do update set free_at = greatest(d.free_at, excluded.free_at)`.execute(
    call.tx,
  );
}

/** Counts messages that numbers received. */
export async function noteReceived(call: SendingCall, counts: ReadonlyMap<string, number>): Promise<void> {
  if (counts.size === 0) return;
  const inOrder = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  await sql`
    insert into number_traffic as t (workspace_id, number_id, received)
    select ${call.workspaceId}, number_id, received
    from unnest(${inOrder.map(([id]) => id)}::uuid[], ${inOrder.map(([, count]) => count)}::bigint[]) r(number_id, received)
    on conflict (workspace_id, number_id) do update set received = t.received + excluded.received`.execute(
    call.tx,
  );
}
