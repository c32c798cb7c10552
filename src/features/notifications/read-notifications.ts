// Reads notifications as the contract shows them: names and texts from what they are about, the row rule in the query.
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import { displayName } from '#features/contacts/contacts.ts';
import { visibleThreads } from '#features/threads/threads.ts';
import { iso } from '#operations/operation.ts';
import type { Permission } from '#operations/permissions.ts';
import type { Channel, NotificationKind } from './kinds.contract.ts';
import type { Notification } from './notifications.contract.ts';

/** The person whose notifications are read, with what they may see. */
export type Listener = {
  tx: Tx;
  workspaceId: string;
  userId: string;
  permissions: ReadonlySet<Permission>;
};

type Row = {
  id: string;
  kind: NotificationKind;
  count: number;
  at: Date;
  readAt: Date | null;
  channels: Channel[];
  conversationId: string | null;
  subjectId: string | null;
  details: Record<string, string>;
  preview: string | null;
  note: string | null;
  contactId: string | null;
  first_name: string;
  last_name: string;
  profile_name: string | null;
  username: string | null;
  phone: string | null;
  wa_user_id: string | null;
  ticket: string | null;
  activity: string | null;
  deal: string | null;
  campaign: string | null;
  campaignReason: string | null;
  number: string | null;
};

const activityId = sql`(n.details ->> 'activityId')::uuid`;

/**
 * Own ones, but not about conversations that the person may not see, tickets that are theirs no more, activities that
 * are done, somebody else's or put off, or scheduled messages that were sent after all or taken away.
 */
function ofListener(listener: Listener): RawBuilder<boolean> {
  return sql<boolean>`n.workspace_id = ${listener.workspaceId} and n.user_id = ${listener.userId}
    and (n.conversation_id is null or exists (
      select from conversations c where c.id = n.conversation_id and ${visibleThreads(listener)}))
    and (n.kind <> 'ticket_assigned' or exists (
      select from tickets o where o.workspace_id = n.workspace_id and o.id = n.subject_id and o.owner_id = n.user_id))
    and (n.kind <> 'scheduled_refused' or exists (
      select from scheduled_messages s where s.workspace_id = n.workspace_id and s.conversation_id = n.conversation_id
        and s.user_id = n.user_id and s.state = 'refused'))
    and (n.kind <> 'activity_due' or exists (
      select from deal_activities a where a.workspace_id = n.workspace_id and a.id = ${activityId}
        and a.owner_id = n.user_id and a.done_at is null and a.reminded_at <= n.at))`;
}

/** Those with `channel` that meet `condition` (on `n`), latest first. */
export async function readNotifications(
  listener: Listener,
  channel: Channel,
  condition: RawBuilder<boolean>,
  limit: number,
): Promise<Notification[]> {
  const { rows } = await sql<Row>`
    select n.id, n.kind, n.count, n.at, n.read_at as "readAt", n.channels, n.conversation_id as "conversationId",
      n.subject_id as "subjectId", n.details, case when t.last_direction = 'in' and t.last_message_at <= n.at then t.last_message_preview end as preview, e.content->>'text' as note, p.id as "contactId",
      p.first_name, p.last_name, p.profile_name, p.username, p.phone, p.wa_user_id,
      k.title as ticket, y.title as activity, d.title as deal, m.name as campaign, m.paused_text as "campaignReason", coalesce(nullif(u.display_name, ''), u.phone) as number
    from notifications n
    left join conversations t on t.workspace_id = n.workspace_id and t.id = n.conversation_id
    left join contacts p on p.workspace_id = t.workspace_id and p.id = t.contact_id
    left join conversation_entries e on e.workspace_id = n.workspace_id and e.id = n.subject_id
    left join tickets k on k.workspace_id = n.workspace_id and k.id = n.subject_id
    left join deal_activities y on y.workspace_id = n.workspace_id and y.id = ${activityId}
    left join deals d on d.workspace_id = y.workspace_id and d.id = y.deal_id
    left join campaigns m on m.workspace_id = n.workspace_id and m.id = n.subject_id
    left join numbers u on u.workspace_id = n.workspace_id and u.id = n.subject_id
    where ${ofListener(listener)} and ${channel} = any(n.channels) and ${condition}
    order by n.at desc, n.id desc limit ${limit}`.execute(listener.tx);
  return rows.map(toNotification);
}

function toNotification(row: Row): Notification {
  return {
    id: row.id,
    kind: row.kind,
    count: row.count,
    at: row.at.toISOString(),
    readAt: iso(row.readAt),
    channels: row.channels,
    conversationId: row.conversationId,
    subjectId: row.subjectId,
    who: row.contactId === null ? null : displayName(row),
    by: row.details.by ?? null,
    name: row.ticket ?? row.activity ?? row.campaign ?? row.number,
    text: textOf(row),
  };
}

function textOf(row: Row): string | null {
  switch (row.kind) {
    case 'message_mine':
    case 'message_unassigned':
      return row.preview;
    case 'mentioned':
      return row.note;
    case 'campaign_stopped':
      return row.campaignReason;
    case 'activity_due':
      return row.deal;
    case 'number_quality':
      return row.details.quality ?? null;
    default:
      return row.details.text ?? null;
  }
}

/** Unread ones, counted up to `most`, and the latest that asks for a sound. */
export async function countUnread(
  listener: Listener,
  most: number,
): Promise<{ unread: number; chimeAt: Date | null }> {
  const { rows } = await sql<{ unread: number; chimeAt: Date | null }>`
    select count(*)::int as unread, max(at) filter (where 'sound' = any(channels)) as "chimeAt" from (
      select n.at, n.channels from notifications n
      where ${ofListener(listener)} and n.read_at is null and 'app' = any(n.channels)
      order by n.at desc limit ${most}) unread`.execute(listener.tx);
  return rows[0] ?? { unread: 0, chimeAt: null };
}
