// The SQL on tries: claiming what waits before the call, and writing what became of it.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import { MOST_CONVERSIONS } from '#whatsapp/conversions.ts';
import type { Conversion } from './conversions.contract.ts';
import type { DueConversion, LeftOut, ReadCall, StoreCall } from './conversions.types.ts';

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

export async function isAnyWaiting(call: ReadCall): Promise<boolean> {
  const { rows } = await sql`select from conversion_events
    where workspace_id = ${call.workspaceId} and state = 'waiting' limit 1`.execute(call.tx);
  return rows.length > 0;
}

/** Locks what waits: the half of a refused call if there is one, else what was noted first, at most a call’s worth. */
export async function lockWaiting(call: ReadCall): Promise<DueConversion[]> {
  const waiting = sql`workspace_id = ${call.workspaceId} and state = 'waiting'`;
  const { rows } = await sql<DueConversion>`
    select id, deal_id as "dealId", contact_id as "contactId", kind, happened_at as at, amount::float8 as amount,
      currency, attempts
    from conversion_events
    where ${waiting} and cohort is not distinct from (
      select cohort from conversion_events where ${waiting} order by cohort nulls last limit 1)
    order by id limit ${MOST_CONVERSIONS} for update`.execute(call.tx);
  return rows;
}

export type Decided = Pick<DueConversion, 'id' | 'contactId' | 'amount' | 'currency'> & {
  leftOut: LeftOut | null;
};

/** Claims those that may be told, of whom and with what was decided; the others are left out. The claim names this try. */
export async function claimConversions(call: StoreCall, rows: readonly Decided[]): Promise<string> {
  const claim = newId();
  await sql`
    update conversion_events e set contact_id = u.contact_id, amount = u.amount, currency = u.currency,
      state = case when u.reason is null then 'sending' else 'left_out' end, reason = u.reason,
      claim = case when u.reason is null then ${claim}::uuid end,
      claimed_at = case when u.reason is null then ${call.now}::timestamptz end,
      attempts = e.attempts + case when u.reason is null then 1 else 0 end,
      settled_at = case when u.reason is not null then ${call.now}::timestamptz end
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.contactId)}::uuid[],
      ${rows.map((r) => r.amount)}::bigint[], ${rows.map((r) => r.currency)}::text[],
      ${rows.map((r) => r.leftOut)}::text[]) u(id, contact_id, amount, currency, reason)
    where e.workspace_id = ${call.workspaceId} and e.id = u.id`.execute(call.tx);
  return claim;
}

export type Settled =
  | { state: 'received' }
  | { state: 'refused'; reason: Conversion['reason']; detail: string | null }
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

/** A try of which certainly nothing was taken is as if it had not been. */
export async function putBack(call: ReadCall, claim: string): Promise<void> {
  await sql`update conversion_events set state = 'waiting', claim = null, settled_at = null
    where workspace_id = ${call.workspaceId} and claim = ${claim} and state in ('sending', 'uncertain')`.execute(
    call.tx,
  );
}

/** Cuts a refused call in two, each tried apart: what is wrong is found in a few steps, also by another worker. */
export async function cutInTwo(call: ReadCall, claim: string): Promise<void> {
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
