// The facts about whom a send goes to, and where these people come from: one pass over the audience.
import { sql } from 'kysely';
import { firstIdAt } from '#kit/ids.ts';
import type { ContactSource, Facts, Warmth } from './facts.ts';
import type { GuardianReading, Send } from './send.ts';

const DAY_MS = 86_400_000;

export type AudienceNumbers = { warmDays: number; silenceDays: number; perDay: number };

/** Who wrote within `warmDays` is warm; who wrote before or opted in is known. `c` is the contact. */
export function warmthOf(now: Date, warmDays: number) {
  const since = new Date(now.getTime() - warmDays * DAY_MS);
  return {
    warm: sql<boolean>`coalesce(c.last_inbound_at >= ${since}, false)`,
    known: sql<boolean>`(coalesce(c.last_inbound_at < ${since}, false)
      or c.last_inbound_at is null and c.consent = 'subscribed')`,
  };
}

/** The order in which people get a message, of `contacts c`: who wrote last comes first, strangers come last. */
export function warmthRank(now: Date) {
  return sql<number>`case
    when c.last_inbound_at is not null
      then least(9999, greatest(0, extract(day from ${now}::timestamptz - c.last_inbound_at)))::int
    when c.consent = 'subscribed' then 10000 else 20000 end`;
}

export async function gatherAudience(
  call: GuardianReading,
  send: Pick<Send, 'people'>,
  { warmDays, silenceDays, perDay }: AudienceNumbers,
): Promise<Facts['audience']> {
  const silentSince = new Date(call.now.getTime() - silenceDays * DAY_MS);
  const day = new Date(call.now.getTime() - DAY_MS);
  const { warm, known } = warmthOf(call.now, warmDays);
  const goes = sql`p.reason is null`;
  const { rows } = await sql<Facts['audience']>`
    with busy as (
      select contact_id from messages
      where workspace_id = ${call.workspaceId} and id >= ${firstIdAt(day)} and at >= ${day}
        and direction = 'out' and kind = 'template' and state <> 'failed'
      group by contact_id having count(*) >= ${perDay}
    )
    select count(*) filter (where ${goes}) as people,
      count(*) filter (where ${goes} and ${warm}) as warm,
      count(*) filter (where ${goes} and ${known}) as known,
      count(*) filter (where ${goes} and not ${warm} and not ${known}) as cold,
      count(*) filter (where ${goes} and c.last_outbound_at is not null and c.last_inbound_at is null) as "neverReplied",
      count(*) filter (where ${goes} and c.last_outbound_at >= ${silentSince}
        and (c.last_inbound_at is null or c.last_inbound_at < c.last_outbound_at)) as unanswered,
      count(*) filter (where ${goes} and b.contact_id is not null) as "full",
      count(*) filter (where ${goes} and c.consent = 'not_declared') as undeclared,
      count(*) filter (where ${goes} and (c.consent = 'unsubscribed' or c.blocked_at is not null)) as unwilling,
      count(*) filter (where p.reason in ('unsubscribed', 'blocked')) as "leftOut"
    from (${send.people}) p
      join contacts c on c.workspace_id = ${call.workspaceId} and c.id = p.id
      left join busy b on b.contact_id = c.id`.execute(call.tx);
  return rows[0]!;
}

/** The lists that people are picked from; with everybody, the imports that nobody declared. */
export async function gatherSources(
  call: GuardianReading,
  { listIds, everyone }: Pick<Send, 'listIds' | 'everyone'>,
): Promise<ContactSource[]> {
  const { rows } = await sql<ContactSource>`
    select 'list' as kind, id, name, origin, member_count as people from lists
    where workspace_id = ${call.workspaceId} and id = any(${[...listIds]}::uuid[])
    union all
    select 'import', id, file_name, options ->> 'origin', created_count from imports
    where ${everyone}::boolean and workspace_id = ${call.workspaceId} and kind = 'contacts'
      and created_count > 0`.execute(call.tx);
  return rows;
}

/** Of a planned campaign's people who still wait. */
export async function warmthOfWaiting(
  call: GuardianReading,
  campaignId: string,
  warmDays: number,
): Promise<Warmth> {
  const { warm, known } = warmthOf(call.now, warmDays);
  const { rows } = await sql<Warmth>`
    select count(*) filter (where ${warm}) as warm, count(*) filter (where ${known}) as known,
      count(*) filter (where not ${warm} and not ${known}) as cold
    from campaign_recipients r join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
    where r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId} and r.state = 'waiting'`.execute(
    call.tx,
  );
  return rows[0]!;
}
