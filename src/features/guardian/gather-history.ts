// The facts about a number and what it sent before: read from campaigns, waves and the figures of messages.
import { sql } from 'kysely';
import { placesHeld } from '#features/sending/sending.ts';
import { firstIdAt } from '#kit/ids.ts';
import type { Sender } from './allowance.ts';
import type { Facts, Quality } from './facts.ts';
import type { GuardianReading } from './send.ts';
import { readStanding } from './standing.ts';

const DAY_MS = 86_400_000;

type Past = { sendDays: number; firstAt: Date | null; lastAt: Date | null; busiestDay: number };

/** Days before today on which a number sent in bulk, and when its last bulk send ended. */
async function pastOf(call: GuardianReading, numberId: string, massFrom: number): Promise<Past> {
  const month = new Date(call.now.getTime() - 30 * DAY_MS);
  const { rows } = await sql<Past>`
    with zone as (
      select time_zone as name, (${call.now}::timestamptz at time zone time_zone)::date as today
      from workspaces where id = ${call.workspaceId}
    ), days as (
      select d.day, d.people, d.day::timestamp at time zone zone.name as began from bulk_days d, zone
      where d.workspace_id = ${call.workspaceId} and d.number_id = ${numberId} and d.people >= ${massFrom}
    ), ends as (
      select max(coalesce(completed_at, ${call.now})) as at from campaigns
      where workspace_id = ${call.workspaceId} and number_id = ${numberId} and started_at is not null and not planned
        and audience_count >= ${massFrom}
      union all
      select max(coalesce(v.ended_at, ${call.now}))
      from campaign_plans p join campaign_waves v on v.workspace_id = p.workspace_id and v.campaign_id = p.campaign_id
      where p.workspace_id = ${call.workspaceId} and p.number_id = ${numberId} and v.started_at is not null
    )
    select count(*) filter (where day < today) as "sendDays", min(began) as "firstAt",
      (select max(at) from ends) as "lastAt",
      coalesce(max(people) filter (where began >= ${month} and day < today), 0) as "busiestDay"
    from days cross join zone`.execute(call.tx);
  return rows[0]!;
}

type Number = {
  quality: Quality;
  limit: number | null;
  declared: boolean;
  reached: number;
  reachable: number;
};

async function numberOf(call: GuardianReading, numberId: string): Promise<Number> {
  const { rows } = await sql<Number>`
    select n.quality, a.messaging_limit as limit,
      exists (select from guardian_proven_numbers g where g.workspace_id = n.workspace_id and g.number_id = n.id) as declared,
      people.reached, people.reachable
    from numbers n join whatsapp_accounts a on a.workspace_id = n.workspace_id and a.id = n.account_id
      cross join lateral (
        select count(*) filter (where last_outbound_at is not null) as reached, count(*) as reachable
        from contacts
        where workspace_id = ${call.workspaceId} and blocked_at is null and consent <> 'unsubscribed'
          and unreachable_at is null
      ) people
    where n.workspace_id = ${call.workspaceId} and n.id = ${numberId}`.execute(call.tx);
  return rows[0]!;
}

/** The number as the plan sees it. `stoppedFor`: days of rest where quality is low and nobody stopped it yet. */
export async function gatherSender(
  call: GuardianReading,
  numberId: string,
  { massFrom, stoppedFor }: { massFrom: number; stoppedFor: number },
): Promise<{ sender: Sender; lastSendAt: Date | null }> {
  const number = await numberOf(call, numberId);
  const past = await pastOf(call, numberId, massFrom);
  const standing = await readStanding(call, numberId);
  const daysTo = (until: Date | null) =>
    until ? Math.max(0, Math.ceil((until.getTime() - call.now.getTime()) / DAY_MS)) : 0;
  const stoppedDays = daysTo(standing.stoppedUntil) || (number.quality === 'low' ? stoppedFor : 0);
  return {
    sender: {
      sendDays: past.sendDays,
      daysSinceFirst: past.firstAt ? Math.floor((call.now.getTime() - past.firstAt.getTime()) / DAY_MS) : 0,
      busiestDay: past.busiestDay,
      reached: number.reached,
      base: number.reachable,
      quality: number.quality,
      daysSinceLow: standing.lastLowAt
        ? Math.floor((call.now.getTime() - standing.lastLowAt.getTime()) / DAY_MS)
        : null,
      stoppedDays,
      recoveryDays: daysTo(standing.recoveringUntil),
      banned: standing.banned,
      limit: number.limit,
      declaredProven: number.declared,
    },
    lastSendAt: past.lastAt,
  };
}

/** People of the last 24 hours: those that count against Meta's limit, and those of this number's bulk sends. */
export async function gatherToday(
  call: GuardianReading,
  numberId: string,
): Promise<Pick<Facts['today'], 'used' | 'bulk'>> {
  const day = new Date(call.now.getTime() - DAY_MS);
  const { rows } = await sql<{ bulk: number }>`
    select count(distinct m.contact_id) as bulk from messages m
    where m.workspace_id = ${call.workspaceId} and m.number_id = ${numberId} and m.id >= ${firstIdAt(day)}
      and m.at >= ${day} and m.campaign_id is not null and m.direction = 'out' and m.kind = 'template'
      and m.state <> 'failed'`.execute(call.tx);
  return { used: await placesHeld(call, numberId), bulk: rows[0]!.bulk };
}

/** Promotional and all messages of 30 days. */
export async function gatherMonth(call: GuardianReading): Promise<Facts['month']> {
  const month = new Date(call.now.getTime() - 30 * DAY_MS);
  const { rows } = await sql<Facts['month']>`
    select (
      select coalesce(sum(c.sent_count + c.delivered_count + c.read_count), 0)::int
      from campaigns c join templates t on t.workspace_id = c.workspace_id and t.id = c.template_id
      where c.workspace_id = ${call.workspaceId} and c.started_at >= ${month} and t.category = 'marketing'
    ) as promotional, (
      select coalesce(sum(sent), 0)::int from message_tallies
      where workspace_id = ${call.workspaceId} and slot >= ${month}
    ) as sent`.execute(call.tx);
  return rows[0]!;
}
