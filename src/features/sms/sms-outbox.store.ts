// The SQL on SMS: writing them once, claiming what is due, moving them forward.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { SmsState } from './sms.contract.ts';
import type { NewSms, SmsMove } from './sms.types.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;
type StoreCall = ReadCall & Pick<Call, 'now'>;

/** Answers those that are new: a campaign has at most one for each contact. */
export async function insertSms(call: StoreCall, rows: readonly NewSms[]): Promise<SmsMove[]> {
  if (rows.length === 0) return [];
  const { rows: made } = await sql<SmsMove>`
    insert into sms_messages (workspace_id, id, contact_id, campaign_id, phone, text, parts, marketing, state, due_at,
      created_at, changed_at)
    select ${call.workspaceId}, u.id, u.contact_id, u.campaign_id, u.phone, u.text, u.parts, u.marketing, 'queued',
      ${call.now}, ${call.now}, ${call.now}
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((r) => r.contactId)}::uuid[],
      ${rows.map((r) => r.campaignId)}::uuid[], ${rows.map((r) => r.phone)}::text[], ${rows.map((r) => r.text)}::text[],
      ${rows.map((r) => r.parts)}::int[], ${rows.map((r) => r.marketing)}::boolean[])
      u(id, contact_id, campaign_id, phone, text, parts, marketing)
    on conflict do nothing
    returning id, campaign_id as "campaignId", null as "from", state as "to"`.execute(call.tx);
  return made;
}

/** Workspaces with something to send; `tx` is the system's. */
export async function workspacesWithDue(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct workspace_id as id from sms_messages
    where state in ('queued', 'sending') and due_at <= ${now}::timestamptz limit 100`.execute(tx);
  return rows.map((row) => row.id);
}

export type ClaimedSms = {
  id: string;
  campaignId: string | null;
  phone: string;
  text: string;
  attempts: number;
  /** It was claimed before by somebody who did not say what became of it. */
  orphaned: boolean;
  /** Why it may not go, now. */
  withheld: 'blocked' | 'unsubscribed' | 'cancelled' | null;
};

const CLAIM_MS = 60_000;

/** Takes what is due, to be settled within a minute. SMS of campaigns that stand still wait. */
export async function claimSms(call: StoreCall, limit: number): Promise<ClaimedSms[]> {
  const { rows } = await sql<ClaimedSms>`
    with due as (
      select s.id, s.state = 'sending' as orphaned, p.state as campaign from sms_messages s
        left join campaigns p on p.workspace_id = s.workspace_id and p.id = s.campaign_id
      where s.workspace_id = ${call.workspaceId} and s.state in ('queued', 'sending') and s.due_at <= ${call.now}
        and p.state is distinct from 'paused'
      order by s.due_at limit ${limit} for update of s skip locked
    )
    update sms_messages s set state = 'sending', attempts = s.attempts + 1,
      due_at = ${call.now}::timestamptz + ${CLAIM_MS} * interval '1 millisecond'
    from due, contacts c
    where s.workspace_id = ${call.workspaceId} and s.id = due.id and c.workspace_id = s.workspace_id and c.id = s.contact_id
    returning s.id, s.campaign_id as "campaignId", s.phone, s.text, s.attempts, due.orphaned,
      case when due.campaign = 'cancelled' then 'cancelled' when c.blocked_at is not null then 'blocked'
        when s.marketing and c.consent = 'unsubscribed' then 'unsubscribed' end as withheld`.execute(call.tx);
  return rows;
}

export type SmsChange = {
  id: string;
  state: SmsState;
  providerId?: string | null;
  failure?: string | null;
  dueAt?: Date;
};

/** How far each state is: an SMS only moves forward, but from a failure it may be found delivered after all. */
const RANK = sql`array['queued', 'sending', 'uncertain', 'accepted', 'sent', 'failed', 'delivered']`;

/** Moves SMS forward; `back` lets those that were claimed return to the queue. Answers what moved. */
export async function changeSms(
  call: StoreCall,
  changes: readonly SmsChange[],
  back = false,
): Promise<SmsMove[]> {
  if (changes.length === 0) return [];
  const { rows } = await sql<SmsMove>`
    with given as (
      select u.*, s.state as before from unnest(${changes.map((c) => c.id)}::uuid[], ${changes.map((c) => c.state)}::text[],
        ${changes.map((c) => c.providerId ?? null)}::text[], ${changes.map((c) => c.failure ?? null)}::text[],
        ${changes.map((c) => c.dueAt ?? null)}::timestamptz[]) u(id, state, provider_id, failure, due_at)
      join sms_messages s on s.workspace_id = ${call.workspaceId} and s.id = u.id
      order by s.id for no key update of s
    )
    update sms_messages s set state = g.state, provider_id = coalesce(s.provider_id, g.provider_id),
      failure = g.failure, due_at = coalesce(g.due_at, s.due_at), changed_at = ${call.now}
    from given g
    where s.workspace_id = ${call.workspaceId} and s.id = g.id and g.before <> 'withheld'
      and (${back} and g.before = 'sending' or g.state = 'withheld' and g.before in ('queued', 'sending')
        or array_position(${RANK}, g.state) > array_position(${RANK}, g.before))
    returning s.id, s.campaign_id as "campaignId", g.before as "from", s.state as "to"`.execute(call.tx);
  return rows;
}

/** Our ids of those that the provider names by its own. */
export async function idsOfProvider(
  call: ReadCall,
  providerIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; providerId: string }>`
    select id, provider_id as "providerId" from sms_messages
    where workspace_id = ${call.workspaceId} and provider_id = any(${providerIds}::text[])`.execute(call.tx);
  return new Map(rows.map((row) => [row.providerId, row.id]));
}

/** Takes back what waits for these contacts of a campaign. */
export async function withdrawSms(
  call: StoreCall,
  campaignId: string,
  contactIds: readonly string[],
): Promise<SmsMove[]> {
  if (contactIds.length === 0) return [];
  const { rows } = await sql<SmsMove>`
    update sms_messages set state = 'withheld', changed_at = ${call.now}
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and contact_id = any(${contactIds}::uuid[])
      and state = 'queued'
    returning id, campaign_id as "campaignId", 'queued' as "from", state as "to"`.execute(call.tx);
  return rows;
}

/** Where both contacts had one of the same campaign, that of the contact that stays is kept. */
export async function moveSms(call: ReadCall, from: string, to: string): Promise<void> {
  await sql`delete from sms_messages s where s.workspace_id = ${call.workspaceId} and s.contact_id = ${from}
    and exists (select from sms_messages o where o.workspace_id = s.workspace_id and o.contact_id = ${to}
      and o.campaign_id = s.campaign_id)`.execute(call.tx);
  await sql`update sms_messages set contact_id = ${to}
    where workspace_id = ${call.workspaceId} and contact_id = ${from}`.execute(call.tx);
}
