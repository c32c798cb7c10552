// The SQL that shows recipients: by figure, in pages.
import { type RawBuilder, sql } from 'kysely';
import type { SmsState } from '#features/sms/sms.contract.ts';
import { now } from '#kit/clock.ts';
import { decodeCursor, type Page, toPage } from '#kit/paging.ts';
import { iso } from '#operations/operation.ts';
import { type CampaignRecipient, HOLD_REASONS, type RecipientFilter } from './campaigns.contract.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { HELD_BACK } from './campaigns-split.store.ts';

type Row = {
  contact_id: string;
  name: string;
  phone: string | null;
  state: CampaignRecipient['state'];
  reason: string | null;
  reason_text: string | null;
  message_id: string | null;
  waits_until: Date | null;
  sent_at: Date | null;
  delivered_at: Date | null;
  read_at: Date | null;
  failed_at: Date | null;
  replied_at: Date | null;
  clicked_at: Date | null;
  link_clicked_at: Date | null;
  opted_out_at: Date | null;
  sms_state: SmsState | null;
  sms_failure: string | null;
};

const MESSAGE_STATES: Partial<Record<RecipientFilter, string[]>> = {
  sent: ['sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
  read: ['read'],
};

/**
 * States that soon hold nobody: the campaign's own figure then answers, and no row is looked at. No index holds them:
 * one on the state would make every status of every message write all indexes of its row.
 */
const PASSING = {
  uncertain: 'uncertain_count',
  held: 'held_count',
  accepted: 'accepted_count',
} as const satisfies Partial<Record<RecipientFilter, string>>;

/** On `campaign_recipients r` and their `messages m`. */
function condition(
  call: Pick<CampaignCall, 'workspaceId'>,
  campaignId: string,
  filter: RecipientFilter | undefined,
) {
  switch (filter) {
    case undefined:
      return sql`true`;
    case 'held_back':
      return sql`r.state = 'waiting' and r.reason = any(${[...HOLD_REASONS]}::text[])`;
    case 'replied':
      return sql`r.replied_at is not null`;
    case 'clicked':
      return sql`r.clicked_at is not null`;
    case 'link_clicked':
      return sql`r.link_clicked_at is not null`;
    case 'opted_out':
      return sql`r.opted_out_at is not null`;
    case 'waiting':
    case 'failed':
    case 'excluded':
    case 'cancelled':
      return sql`r.state = ${filter}`;
    case 'queued':
      return sql`r.state = 'started' and m.state = 'queued' and r.contact_id = any(array(select contact_id
        from send_queue where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}))`;
    case 'uncertain':
    case 'held':
    case 'accepted':
      return sql`r.state = 'started' and m.state = ${filter} and (select ${sql.ref(PASSING[filter])} > 0 from campaigns
        where workspace_id = ${call.workspaceId} and id = ${campaignId})`;
    default:
      return sql`r.state = 'started' and m.state = any(${MESSAGE_STATES[filter]}::text[])`;
  }
}

export async function pageOfRecipients(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  input: { id: string; filter?: RecipientFilter; limit: number; cursor?: string },
): Promise<Page<CampaignRecipient>> {
  const after = input.cursor ? decodeCursor(input.cursor, ['id'])[0] : null;
  const rows = await readRows(
    call,
    input.id,
    sql`(${after}::uuid is null or r.contact_id > ${after}::uuid) and ${condition(call, input.id, input.filter)}
      order by r.contact_id limit ${input.limit + 1}`,
  );
  const page = toPage(rows, input.limit, (row) => [row.contact_id]);
  return { ...page, items: page.items.map(show) };
}

/** One recipient, or undefined. */
export async function readRecipient(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  campaignId: string,
  contactId: string,
): Promise<CampaignRecipient | undefined> {
  return (await readRows(call, campaignId, sql`r.contact_id = ${contactId}`)).map(show)[0];
}

/** `where` is on `campaign_recipients r` and their `messages m`, with the order if one is wanted. */
async function readRows(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  campaignId: string,
  where: RawBuilder<unknown>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.contact_id, coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.profile_name, c.username,
        c.phone, '') as name, c.phone,
      case when r.state = 'started' then coalesce(m.state, 'queued') else r.state end as state,
      case when r.state = 'waiting' and r.due_at >= ${HELD_BACK} then 'winner' else r.reason end as reason,
      r.reason_text, r.message_id,
      case when m.state = 'uncertain' then (select w.due_at from send_queue w where w.workspace_id = m.workspace_id
          and w.message_id = m.id and w.uncertain_since is not null and w.may_resend)
        when r.state = 'waiting' and r.due_at > ${now()} and r.due_at < ${HELD_BACK} then r.due_at end as waits_until,
      m.sent_at, m.delivered_at, m.read_at, m.failed_at,
      r.replied_at, r.clicked_at, r.link_clicked_at, r.opted_out_at, s.state as sms_state, s.failure as sms_failure
    from campaign_recipients r
      join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
      left join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
      left join sms_messages s on s.workspace_id = r.workspace_id and s.campaign_id = r.campaign_id
        and s.contact_id = r.contact_id
    where r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId}
      and ${where}`.execute(call.tx);
  return rows;
}

/** Contacts of a figure in a fixed order, after `after`. */
export async function recipientIds(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  campaignId: string,
  filter: RecipientFilter | undefined,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.contact_id as id from campaign_recipients r
      left join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
    where r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId}
      and (${after}::uuid is null or r.contact_id > ${after}::uuid) and ${condition(call, campaignId, filter)}
    order by r.contact_id limit ${limit}`.execute(call.tx);
  return rows.map((row) => row.id);
}

function show(row: Row): CampaignRecipient {
  return {
    contactId: row.contact_id,
    name: row.name,
    phone: row.phone,
    state: row.state,
    reason: row.reason,
    reasonText: row.reason_text,
    messageId: row.message_id,
    waitsUntil: iso(row.waits_until),
    sentAt: iso(row.sent_at),
    deliveredAt: iso(row.delivered_at),
    readAt: iso(row.read_at),
    failedAt: iso(row.failed_at),
    repliedAt: iso(row.replied_at),
    clickedAt: iso(row.clicked_at),
    linkClickedAt: iso(row.link_clicked_at),
    optedOutAt: iso(row.opted_out_at),
    sms: row.sms_state && { state: row.sms_state, reason: row.sms_failure },
  };
}

const MOST_SETTLED = 10_000;

/** Messages of a campaign of which nobody knows whether they left, 10,000 at most; of these contacts, when given. */
export async function uncertainMessages(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  campaignId: string,
  contactIds: readonly string[] | undefined,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from campaign_recipients r
      join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
    where r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId} and r.state = 'started'
      and m.state = 'uncertain'
      and (${contactIds ?? null}::uuid[] is null or r.contact_id = any(${contactIds ?? null}::uuid[]))
    order by m.id limit ${MOST_SETTLED}`.execute(call.tx);
  return rows.map((row) => row.id);
}
