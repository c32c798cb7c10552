// The SQL on the queue: claiming what is due, giving back, settling, withdrawing.
import { sql } from 'kysely';
import type { OutgoingContent } from '#whatsapp/outgoing-message.ts';
import type { OutgoingState } from './message-states.ts';
import type { Priority, SendingCall } from './sending.types.ts';
import { type Lane, takeOverProgress } from './sending-begun.store.ts';

export type ClaimedMessage = {
  id: string;
  /** Names this try. */
  claim: string | null;
  /** In the order in which the tenure's messages go. */
  place: number;
  contactId: string | null;
  campaignId: string | null;
  priority: Priority;
  attempts: number;
  resends: number;
  state: OutgoingState;
  content: OutgoingContent;
  phone: string | null;
  userId: string | null;
  /** The provider's id of the quoted message. */
  replyTo: string | null;
  blocked: boolean;
  /** Needs consent, and the contact took it back. */
  unsubscribed: boolean;
  marketing: boolean;
  /** Marketing, and WhatsApp holds marketing to this person back for now. */
  marketingRests: boolean;
  /** Nobody wrote to this number within 24 hours: it counts for the messaging limit. */
  outsideWindow: boolean;
  /** As the contact's own field says. */
  timeZone: string | null;
  timeToLiveSeconds: number | null;
};

export type Claim = {
  numberId: string;
  tenure: string;
  /** New for each call: outcomes are told by it. */
  claim: string;
  /** The last place that the tenure gave. */
  after: number;
  limit: number;
  /** Leaves bulk where it is. */
  answersOnly: boolean;
};

/**
 * Claims up to `limit` due messages of a number for one tenure of its lane, answers before bulk. Committed before
 * the provider is called.
 */
export async function claimDue(call: SendingCall, claim: Claim): Promise<ClaimedMessage[]> {
  const { rows } = await sql<ClaimedMessage>`
    with due as (
      select message_id, priority, due_at from send_queue
      where number_id = ${claim.numberId} and workspace_id = ${call.workspaceId} and due_at <= ${call.now}
        and claimed_by is null and uncertain_since is null ${claim.answersOnly ? sql`and priority < 9` : sql``}
      order by priority, due_at limit ${claim.limit} for update skip locked
    ), placed as (
      select message_id, ${claim.after} + row_number() over (order by priority, due_at, message_id) as place from due
    ), claimed as (
      update send_queue q set claimed_by = ${claim.tenure}, claim = ${claim.claim}, claim_place = placed.place,
        claimed_at = ${call.now}, attempts = q.attempts + 1
      from placed where q.workspace_id = ${call.workspaceId} and q.message_id = placed.message_id
      returning q.message_id, q.claim, q.claim_place, q.campaign_id, q.priority, q.attempts, q.resends, q.marketing, q.due_at,
        q.time_to_live_seconds
    )
    select m.id, q.claim, q.claim_place as place, c.id as "contactId", q.campaign_id as "campaignId", q.priority, q.attempts, q.resends, m.state,
      m.content - 'shown' as content, coalesce(c.phone, '+' || c.wa_id) as phone, c.wa_user_id as "userId",
      quoted.provider_id as "replyTo", coalesce(c.blocked_at is not null, false) as blocked,
      coalesce(q.marketing and c.consent = 'unsubscribed', false) as unsubscribed, q.marketing,
      coalesce(q.marketing and c.marketing_rests_until > ${call.now}, false) as "marketingRests",
      coalesce(t.window_closes_at <= ${call.now}, true) as "outsideWindow", c.fields ->> 'TIME_ZONE' as "timeZone",
      q.time_to_live_seconds as "timeToLiveSeconds"
    from claimed q
      join messages m on m.workspace_id = ${call.workspaceId} and m.id = q.message_id
      join conversations t on t.workspace_id = ${call.workspaceId} and t.id = m.conversation_id
      left join contacts c on c.workspace_id = ${call.workspaceId} and c.id = m.contact_id
      left join messages quoted on quoted.workspace_id = ${call.workspaceId} and quoted.id = m.reply_to_id
    order by q.claim_place`.execute(call.tx);
  return rows;
}

/**
 * Gives messages back to the queue whose try certainly did not leave, also where another tenure holds them for
 * uncertain already. `counted`: the attempt happened; otherwise it is taken back. Answers those of which no try may
 * have left.
 */
export async function giveBack(
  call: SendingCall,
  tries: readonly { id: string; claim: string | null; dueAt: Date; counted: boolean }[],
): Promise<string[]> {
  if (tries.length === 0) return [];
  const { rows } = await sql<{ id: string; untouched: boolean }>`
    update send_queue q set claimed_by = null, claim = null, claimed_at = null, uncertain_since = null,
      may_resend = true, due_at = t.due_at,
      attempts = case when t.counted then q.attempts else greatest(0, q.attempts - 1) end
    from unnest(${tries.map((each) => each.id)}::uuid[], ${tries.map((each) => each.claim)}::uuid[],
      ${tries.map((each) => each.dueAt)}::timestamptz[], ${tries.map((each) => each.counted)}::boolean[])
      t(id, claim, due_at, counted)
    where q.workspace_id = ${call.workspaceId} and q.message_id = t.id and q.claim is not distinct from t.claim
      and (q.claimed_by is not null or q.uncertain_since is not null)
    returning q.message_id as id, q.resends = 0 as untouched`.execute(call.tx);
  return rows.flatMap((row) => (row.untouched ? [row.id] : []));
}

/** Gives back all that a claim took, when it is certain that nothing of it was tried. */
export async function giveBackClaim(call: SendingCall, claim: string): Promise<void> {
  await sql`
    update send_queue set claimed_by = null, claim = null, claimed_at = null, due_at = ${call.now},
      attempts = greatest(0, attempts - 1)
    where workspace_id = ${call.workspaceId} and claim = ${claim} and claimed_by is not null`.execute(
    call.tx,
  );
}

/** Takes settled messages out of the queue. */
export async function removeFromQueue(call: SendingCall, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from send_queue where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])`.execute(
    call.tx,
  );
}

/** Takes proven messages out of the queue, except those whose call is under way: its end does that. */
export async function removeProven(call: SendingCall, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from send_queue where workspace_id = ${call.workspaceId} and message_id = any(${ids}::uuid[])
    and claimed_by is null`.execute(call.tx);
}

/**
 * What tenures that ended left behind, claimed and never settled; from now on it is this tenure's. What was certainly
 * not tried is given back instead, and not answered. Nothing when the lane is another's by now.
 */
export async function adoptClaims(call: SendingCall, lane: Lane): Promise<ClaimLeft[]> {
  const begunTo = await takeOverProgress(call, lane);
  if (begunTo === 'not ours') return [];
  await sql`
    update send_queue set claimed_by = null, claim = null, claim_place = null, claimed_at = null,
      due_at = ${call.now}, attempts = greatest(0, attempts - 1)
    where number_id = ${lane.numberId} and workspace_id = ${call.workspaceId}
      and claimed_by is not null and claimed_by <> ${lane.tenure} and claim_place > ${begunTo}`.execute(
    call.tx,
  );
  const { rows } = await sql<ClaimLeft>`
    update send_queue set claimed_by = ${lane.tenure}, claim_place = null
    where number_id = ${lane.numberId} and workspace_id = ${call.workspaceId}
      and claimed_by is not null and claimed_by <> ${lane.tenure}
    returning message_id as id, claim, attempts, campaign_id as "campaignId"`.execute(call.tx);
  return rows;
}

export type ClaimLeft = Pick<ClaimedMessage, 'id' | 'claim' | 'attempts' | 'campaignId'>;

/**
 * Takes away what a campaign has queued and nobody is sending, and forbids a second sending of what is uncertain.
 * Rows that are being worked on are skipped: call again until `mayStillLeave` says none.
 */
export async function takeBackQueued(
  call: SendingCall,
  campaignId: string,
): Promise<{ id: string; contactId: string }[]> {
  await sql`
    update send_queue q set may_resend = false, uncertain_since = coalesce(q.uncertain_since, ${call.now}::timestamptz)
    from (
      select message_id from send_queue
      where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and claimed_by is null and may_resend
        and (uncertain_since is not null or resends > 0)
      for update skip locked
    ) doubted
    where q.workspace_id = ${call.workspaceId} and q.message_id = doubted.message_id`.execute(call.tx);
  const { rows } = await sql<{ id: string; contactId: string }>`
    delete from send_queue q using (
      select message_id from send_queue
      where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}
        and claimed_by is null and uncertain_since is null and resends = 0
      for update skip locked
    ) free
    where q.workspace_id = ${call.workspaceId} and q.message_id = free.message_id
    returning q.message_id as id, q.contact_id as "contactId"`.execute(call.tx);
  return rows;
}

/** How many messages of a campaign are in the queue, claimed and uncertain ones included. */
export async function queuedOf(call: SendingCall, campaignId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from send_queue
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}`.execute(call.tx);
  return rows[0]?.count ?? 0;
}

/** When the first message of a campaign in the queue is due, uncertain ones aside; null: there is none. */
export async function firstInQueue(
  call: Pick<SendingCall, 'tx' | 'workspaceId'>,
  campaignId: string,
): Promise<Date | null> {
  const { rows } = await sql<{ dueAt: Date | null }>`
    select min(due_at) as "dueAt" from send_queue
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and uncertain_since is null`.execute(
    call.tx,
  );
  return rows[0]?.dueAt ?? null;
}

/** How many messages of a campaign may still be sent, those included that are being sent at this moment. */
export async function mayStillLeave(call: SendingCall, campaignId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from send_queue
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}
      and not (uncertain_since is not null and claimed_by is null and not may_resend)`.execute(call.tx);
  return rows[0]?.count ?? 0;
}
