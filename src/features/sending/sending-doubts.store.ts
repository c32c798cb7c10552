// The SQL on uncertain messages: how long they wait for proof, and what ends the wait.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import { PROOF_WAIT_PER_SILENCE } from './fates.ts';
import type { SendingCall } from './sending.types.ts';

/** A message and the claim under which it was tried. */
export type Try = { id: string; claim: string | null };

/**
 * Lets tried messages wait for a status that proves that they left. The wait is at least `proofWaitMs`, and longer
 * when the try is long past: the status may have met a closed door meanwhile. Answers those that wait now.
 */
export async function awaitProof(
  call: SendingCall,
  tries: readonly Try[],
  proofWaitMs: number,
): Promise<Set<string>> {
  if (tries.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    update send_queue q set claimed_by = null, uncertain_since = ${call.now},
      due_at = ${call.now}::timestamptz + greatest(${proofWaitMs} * interval '1 millisecond',
        ${PROOF_WAIT_PER_SILENCE} * (${call.now}::timestamptz - coalesce(q.claimed_at, ${call.now})))
    from unnest(${tries.map((each) => each.id)}::uuid[], ${tries.map((each) => each.claim)}::uuid[]) t(id, claim)
    where q.workspace_id = ${call.workspaceId} and q.message_id = t.id and q.claim is not distinct from t.claim
      and q.claimed_by is not null
    returning q.message_id as id`.execute(call.tx);
  return new Set(rows.map((row) => row.id));
}

/**
 * The first word of a number's messages after `silentSince`: what the provider could not tell meanwhile it tells
 * later, so messages that were uncertain all that time wait longer. Null: nothing was heard before.
 */
export async function waitAfterSilence(
  call: SendingCall,
  numberId: string,
  silentSince: Date | null,
): Promise<void> {
  await sql`
    update send_queue set due_at = ${laterBy(call.now)}
    where number_id = ${numberId} and workspace_id = ${call.workspaceId} and claimed_by is null
      and uncertain_since > coalesce(${silentSince}::timestamptz, '-infinity')`.execute(call.tx);
}

/** The same for all messages, when a door opens after none was open; `tx` is the system's. */
export async function waitAfterClosedDoor(tx: Tx, now: Date): Promise<void> {
  await sql`
    update send_queue set due_at = ${laterBy(now)}
    where claimed_by is null and uncertain_since is not null`.execute(tx);
}

/** Counted from the try: what met a closed door more than once is repeated after pauses that grew all that time. */
function laterBy(now: Date) {
  return sql`greatest(due_at, ${now}::timestamptz + ${PROOF_WAIT_PER_SILENCE} * (${now}::timestamptz
    - coalesce(claimed_at, uncertain_since)))`;
}

export type WaitedOut = {
  id: string;
  /** When the try was claimed. */
  triedAt: Date;
  uncertainSince: Date;
  resends: number;
  mayResend: boolean;
};

/** Uncertain messages whose wait is over, or that wait for longer than `patienceMs`. */
export async function waitedOut(
  call: SendingCall,
  numberId: string,
  patienceMs: number,
): Promise<WaitedOut[]> {
  const { rows } = await sql<WaitedOut>`
    select message_id as id, coalesce(claimed_at, uncertain_since) as "triedAt", uncertain_since as "uncertainSince",
      resends, may_resend as "mayResend"
    from send_queue
    where number_id = ${numberId} and workspace_id = ${call.workspaceId} and uncertain_since is not null
      and claimed_by is null and (due_at <= ${call.now}
        or uncertain_since < ${call.now}::timestamptz - ${patienceMs} * interval '1 millisecond')
    order by message_id limit 500 for update skip locked`.execute(call.tx);
  return rows;
}

/** Whether messages of a number wait for proof while nothing was heard since they began to. */
export async function hasUnheardDoubts(call: SendingCall, numberId: string): Promise<boolean> {
  const { rows } = await sql<{ unheard: boolean }>`
    select exists (select from send_queue q join send_lanes l on l.workspace_id = q.workspace_id
        and l.number_id = q.number_id
      where q.number_id = ${numberId} and q.workspace_id = ${call.workspaceId} and q.uncertain_since is not null
        and q.claimed_by is null and q.uncertain_since >= coalesce(l.last_status_at, '-infinity')) as unheard`.execute(
    call.tx,
  );
  return rows[0]?.unheard ?? false;
}

/** Sends uncertain messages again: they are due at once. */
export async function resend(call: SendingCall, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update send_queue set uncertain_since = null, claim = null, claimed_at = null, due_at = ${call.now},
      resends = resends + 1
    where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])`.execute(call.tx);
}

/** Moves the end of the wait. */
export async function waitLonger(call: SendingCall, ids: readonly string[], until: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`update send_queue set due_at = ${until}
    where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])`.execute(call.tx);
}

/** A campaign that goes on wants its uncertain messages again. */
export async function allowResends(call: SendingCall, campaignId: string): Promise<void> {
  await sql`update send_queue set may_resend = true
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and not may_resend`.execute(
    call.tx,
  );
}

/** Whether a webhook may hold a proof that nobody read: one that waits for longer than a moment, or was given up. */
export async function hasUnreadWebhooks(call: SendingCall, since: Date): Promise<boolean> {
  const { rows } = await sql<{ unread: boolean }>`
    select exists (select from webhook_waiting w
        join webhook_bodies b on b.workspace_id = w.workspace_id and b.id = w.body_id
        where w.workspace_id = ${call.workspaceId} and b.received_at < ${call.now}::timestamptz - interval '3 seconds')
      or exists (select from webhook_bodies where workspace_id = ${call.workspaceId} and state = 'failed'
        and received_at > ${since}) as unread`.execute(call.tx);
  return rows[0]?.unread ?? false;
}
