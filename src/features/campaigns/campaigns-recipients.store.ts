// The SQL on recipients: taking who is next, noting what became of them.
import { sql } from 'kysely';
import type { CampaignCall } from './campaigns.types.ts';
import { HELD_BACK } from './campaigns-split.store.ts';

export type NextRecipient = {
  contactId: string;
  phone: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  language: string | null;
  fields: Record<string, string | number | boolean>;
  consent: 'not_declared' | 'subscribed' | 'unsubscribed';
  blocked: boolean;
  /** Of a test of variants. */
  variant: number | null;
  userId: string | null;
  /** WhatsApp holds marketing to this person back for now. */
  marketingRests: boolean;
};

/** Who waits and is due, or is held back for a winner, in a fixed order. One process at a time feeds a campaign, so nobody is locked. */
export async function nextRecipients(
  call: CampaignCall,
  campaignId: string,
  limit: number,
  due: 'due' | 'held_back' = 'due',
): Promise<NextRecipient[]> {
  const { rows } = await sql<NextRecipient>`
    select r.contact_id as "contactId", c.phone, c.first_name as "firstName", c.last_name as "lastName", c.email,
      c.language, c.fields, c.consent, c.blocked_at is not null as blocked, r.variant, c.wa_user_id as "userId",
      coalesce(c.marketing_rests_until > ${call.now}, false) as "marketingRests"
    from (
      select contact_id, variant from campaign_recipients
      where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and state = 'waiting'
        and ${due === 'due' ? sql`due_at <= ${call.now}` : sql`due_at >= ${HELD_BACK}`}
      order by due_at, contact_id limit ${limit}
    ) r join contacts c on c.workspace_id = ${call.workspaceId} and c.id = r.contact_id
    order by r.contact_id`.execute(call.tx);
  return rows;
}

export type FirstWaiting = { dueAt: Date; reason: string | null };

/** Who of those who wait is due first, and why they wait; null when nobody waits. */
export async function firstWaiting(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  campaignId: string,
): Promise<FirstWaiting | null> {
  const { rows } = await sql<FirstWaiting>`
    select due_at as "dueAt", reason from campaign_recipients
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and state = 'waiting'
    order by due_at limit 1`.execute(call.tx);
  return rows[0] ?? null;
}

/** Lets everybody who waits for sending hours be looked at anew. */
export async function reopenWaiting(call: CampaignCall): Promise<void> {
  await sql`
    update campaign_recipients r set due_at = 'epoch', reason = null from campaigns c
    where c.workspace_id = ${call.workspaceId} and c.state in ('running', 'paused') and c.next_due_at is not null
      and r.workspace_id = c.workspace_id and r.campaign_id = c.id and r.state = 'waiting'
      and r.reason = 'outside_hours'`.execute(call.tx);
}

export type RecipientChange = {
  contactId: string;
  state: 'waiting' | 'started' | 'failed' | 'excluded' | 'cancelled';
  reason?: string | null;
  reasonText?: string | null;
  messageId?: string | null;
  /** Not before then; kept as it was when left out. */
  dueAt?: Date;
};

export async function changeRecipients(
  call: CampaignCall,
  campaignId: string,
  changes: readonly RecipientChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    update campaign_recipients r set state = u.state, reason = u.reason, reason_text = u.reason_text,
      message_id = coalesce(u.message_id, r.message_id), due_at = coalesce(u.due_at, r.due_at)
    from unnest(${changes.map((c) => c.contactId)}::uuid[], ${changes.map((c) => c.state)}::text[],
      ${changes.map((c) => c.reason ?? null)}::text[], ${changes.map((c) => c.reasonText ?? null)}::text[],
      ${changes.map((c) => c.messageId ?? null)}::uuid[], ${changes.map((c) => c.dueAt ?? null)}::timestamptz[]
    ) u(contact_id, state, reason, reason_text, message_id, due_at)
    where r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId} and r.contact_id = u.contact_id`.execute(
    call.tx,
  );
}

/** Cancels up to `limit` of those who wait; answers how many. */
export async function cancelWaiting(call: CampaignCall, campaignId: string, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update campaign_recipients set state = 'cancelled'
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and contact_id in (
      select contact_id from campaign_recipients
      where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and state = 'waiting'
      order by contact_id limit ${limit})`.execute(call.tx);
  return Number(numAffectedRows ?? 0);
}

export type Answered = {
  contactId: string;
  /** Our id of the message that was quoted or whose button was tapped; null: none was. */
  replyToId: string | null;
  at: Date;
};

const WINDOW_DAYS = 7;

/**
 * The campaign that each of these concerns: the quoted message's, else the one whose message came to the contact
 * last, within seven days before. Those that concern none are left out.
 */
export async function campaignsConcerned(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  answered: readonly Answered[],
): Promise<{ contactId: string; campaignId: string; at: Date }[]> {
  if (answered.length === 0) return [];
  const { rows } = await sql<{ contactId: string; campaignId: string; at: Date }>`
    select a.contact_id as "contactId", coalesce(quoted.campaign_id, recent.campaign_id) as "campaignId", a.at
    from unnest(${answered.map((a) => a.contactId)}::uuid[], ${answered.map((a) => a.replyToId)}::uuid[],
      ${answered.map((a) => a.at)}::timestamptz[]) a(contact_id, reply_to_id, at)
      left join messages quoted on quoted.workspace_id = ${call.workspaceId} and quoted.id = a.reply_to_id
        and quoted.campaign_id is not null
      left join lateral (
        select m.campaign_id from campaign_recipients r
          join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
        where r.workspace_id = ${call.workspaceId} and r.contact_id = a.contact_id
          and m.at > a.at - ${WINDOW_DAYS} * interval '1 day' and m.at <= a.at + interval '1 minute'
          -- A quick answer may come before the outcome of the call is recorded.
          and (m.state not in ('queued', 'failed') or m.state = 'queued' and exists (select from send_queue q
            where q.workspace_id = m.workspace_id and q.message_id = m.id and q.claimed_by is not null))
        order by m.at desc limit 1
      ) recent on quoted.campaign_id is null
    where coalesce(quoted.campaign_id, recent.campaign_id) is not null`.execute(call.tx);
  return rows;
}

/** Notes the first time of each; answers of whom it was not known. */
export async function noteFirst(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  campaignId: string,
  what: 'replied_at' | 'clicked_at' | 'link_clicked_at' | 'opted_out_at',
  people: readonly { contactId: string; at: Date }[],
): Promise<string[]> {
  if (people.length === 0) return [];
  const once = [...new Map(people.map((person) => [person.contactId, person])).values()];
  const { rows } = await sql<{ id: string }>`
    update campaign_recipients r set ${sql.ref(what)} = u.at
    from unnest(${once.map((p) => p.contactId)}::uuid[], ${once.map((p) => p.at)}::timestamptz[]) u(contact_id, at)
    where r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId} and r.contact_id = u.contact_id
      and r.${sql.ref(what)} is null
    returning r.contact_id as id`.execute(call.tx);
  return rows.map((row) => row.id);
}
