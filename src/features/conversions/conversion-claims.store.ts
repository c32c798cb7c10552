// The SQL on tries: claiming what is due before the call, and writing what became of it.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import { MOST_CONVERSIONS } from '#whatsapp/conversions.ts';
import type { ClaimedConversion, LeftOut, Reason, StoreCall } from './conversions.types.ts';

/** So long a worker may take to say what became of its call. */
const CLAIM_MS = 5 * 60_000;

/**
 * What a dead worker had begun is uncertain: Meta may have counted it, and would count it again. What is older than
 * `oldest` is not taken any more. Answers the deals concerned.
 */
export async function settleLate(call: StoreCall, oldest: Date): Promise<string[]> {
  const { rows } = await sql<{ dealId: string }>`
    update conversion_events set state = case when state = 'sending' then 'uncertain' else 'expired' end,
      settled_at = ${call.now}
    where workspace_id = ${call.workspaceId} and (
      state = 'sending' and claimed_at <= ${new Date(call.now.getTime() - CLAIM_MS)}
      or state = 'waiting' and happened_at <= ${oldest})
    returning deal_id as "dealId"`.execute(call.tx);
  return rows.map((row) => row.dealId);
}

/** Locks what is due: the half of a refused call if there is one, else what came first, at most a call’s worth. */
export async function lockDue(call: StoreCall): Promise<ClaimedConversion[]> {
  const { rows } = await sql<ClaimedConversion>`
    with first as (
      select cohort from conversion_events
      where workspace_id = ${call.workspaceId} and state = 'waiting' and due_at <= ${call.now}
      order by cohort nulls last limit 1
    )
    select e.id, e.deal_id as "dealId", e.contact_id as "contactId", e.kind, e.happened_at as at,
      e.amount::float8 as amount, e.currency, e.attempts
    from conversion_events e, first
    where e.workspace_id = ${call.workspaceId} and e.state = 'waiting' and e.due_at <= ${call.now}
      and e.cohort is not distinct from first.cohort
    order by e.due_at, e.id limit ${MOST_CONVERSIONS} for update of e skip locked`.execute(call.tx);
  return rows;
}

/** Answers the claim, which names this try. */
export async function claimConversions(call: StoreCall, ids: readonly string[]): Promise<string> {
  const claim = newId();
  await sql`update conversion_events set state = 'sending', claim = ${claim}, claimed_at = ${call.now},
      attempts = attempts + 1
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])`.execute(call.tx);
  return claim;
}

export async function leaveOut(
  call: StoreCall,
  rows: readonly { id: string; reason: LeftOut }[],
): Promise<void> {
  await sql`update conversion_events e set state = 'left_out', reason = u.reason, settled_at = ${call.now}
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.reason)}::text[]) u(id, reason)
    where e.workspace_id = ${call.workspaceId} and e.id = u.id`.execute(call.tx);
}

export type Settled =
  | { state: 'received' }
  | { state: 'refused'; reason: Reason; detail: string | null }
  | { state: 'uncertain'; detail: string };

/** The outcome of a try, told by its claim: one that comes late changes no later try. */
export async function settle(call: StoreCall, claim: string, outcome: Settled): Promise<void> {
  const { reason = null, detail = null } = { ...outcome } as { reason?: string; detail?: string | null };
  await sql`update conversion_events set state = ${outcome.state}, reason = ${reason}, detail = ${detail},
      settled_at = ${call.now}
    where workspace_id = ${call.workspaceId} and claim = ${claim} and state in ('sending', 'uncertain')`.execute(
    call.tx,
  );
}

/** A try of which certainly nothing was taken is as if it had not been; from `dueAt` on there is another. */
export async function putBack(call: StoreCall, claim: string, dueAt: Date): Promise<void> {
  await sql`update conversion_events set state = 'waiting', claim = null, due_at = ${dueAt}, settled_at = null
    where workspace_id = ${call.workspaceId} and claim = ${claim} and state in ('sending', 'uncertain')`.execute(
    call.tx,
  );
}

/** Cuts a refused call in two, each tried apart: what is wrong is found in a few steps, also by another worker. */
export async function cutInTwo(call: StoreCall, claim: string): Promise<void> {
  await sql`
    with ranked as (
      select id, ntile(2) over (order by id) as half from conversion_events
      where workspace_id = ${call.workspaceId} and claim = ${claim}
    )
    update conversion_events e set state = 'waiting', claim = null, settled_at = null,
      cohort = case ranked.half when 1 then ${newId()}::uuid else ${newId()}::uuid end
    from ranked
    where e.workspace_id = ${call.workspaceId} and e.id = ranked.id and e.state in ('sending', 'uncertain')`.execute(
    call.tx,
  );
}
