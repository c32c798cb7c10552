// The SQL on audiences: counting whom a campaign would reach, and freezing it once.
import { type RawBuilder, sql } from 'kysely';
import { audienceOf, countryOfPhone, DECIDING_DIGITS } from '#features/contacts/contacts.ts';
import { warmthRank } from '#features/guardian/guardian.ts';
import { contactsOfSegments } from '#features/segments/segments.ts';
import type { CampaignAudience, Estimate, Exclusion } from './campaigns.contract.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { HOPELESS } from './hopeless.ts';

/** People it goes to, and those left out by reason. */
export type Counted = Omit<Estimate, 'cost'>;

export type AudienceWish = {
  audience: CampaignAudience;
  retryOf: string | null;
  /** Of the template: utility goes to all but blocked people. */
  marketing: boolean;
};

/** Rows of `contact_id` and `times`: each way in which people are picked. */
async function picked(call: CampaignCall, { audience, retryOf }: AudienceWish): Promise<RawBuilder<unknown>> {
  const ways: RawBuilder<unknown>[] = [audienceOf(call, audience)];
  for (const segment of await contactsOfSegments(call, audience.segmentIds))
    ways.push(sql`select id, 1 from (${segment}) met`);
  const { tagIds, tagMatch } = audience;
  if (tagIds.length > 0)
    ways.push(sql`select contact_id, 1 from contact_tags
      where workspace_id = ${call.workspaceId} and tag_id = any(${tagIds}::uuid[])
      group by contact_id having count(*) >= ${tagMatch === 'all' ? new Set(tagIds).size : 1}`);
  if (retryOf)
    ways.push(sql`select contact_id, 1 from campaign_recipients where workspace_id = ${call.workspaceId}
      and campaign_id = ${retryOf} and state = 'failed'`);
  if (audience.everyone) ways.push(sql`select id, 1 from contacts where workspace_id = ${call.workspaceId}`);
  return sql.join(
    ways.map((way) => sql`(${way})`),
    sql` union all `,
  );
}

/** A query of people (`id`, `times`) with the `reason` why they are left out, or null. */
export async function judged(call: CampaignCall, wish: AudienceWish): Promise<RawBuilder<unknown>> {
  const { marketing } = wish;
  return sql`
    select c.id, p.times, ${warmthRank(call.now)} as rank, case
      when c.blocked_at is not null then 'blocked'
      when ${await excepted(call, wish.audience.except)} then 'in_exception'
      when ${marketing}::boolean and c.consent = 'unsubscribed' then 'unsubscribed'
      when c.unreachable_at is not null then 'unreachable'
      when ${failedForGood(call, wish.retryOf)} then 'failed_for_good'
      when ${wish.audience.requireConsent}::boolean and c.consent <> 'subscribed' then 'not_opted_in'
    end as reason
    from (
      select contact_id, sum(times)::int as times from (${await picked(call, wish)}) picked(contact_id, times) group by contact_id
    ) p
    join contacts c on c.workspace_id = ${call.workspaceId} and c.id = p.contact_id`;
}

/** On `contacts c`: whether the campaign that is tried again failed for a reason that another try meets too. */
function failedForGood(call: CampaignCall, retryOf: string | null): RawBuilder<boolean> {
  if (retryOf === null) return sql<boolean>`false`;
  return sql<boolean>`c.id in (select contact_id from campaign_recipients
    where workspace_id = ${call.workspaceId} and campaign_id = ${retryOf} and state = 'failed'
      and reason = any(${[...HOPELESS]}::text[]))`;
}

/** On `contacts c`: whether they are of those whom the campaign leaves out. */
async function excepted(
  call: CampaignCall,
  except: CampaignAudience['except'],
): Promise<RawBuilder<boolean>> {
  const ways: RawBuilder<unknown>[] = await contactsOfSegments(call, except.segmentIds);
  if (except.listIds.length > 0)
    ways.push(sql`select contact_id from list_members
      where workspace_id = ${call.workspaceId} and list_id = any(${except.listIds}::uuid[])`);
  if (except.tagIds.length > 0)
    ways.push(sql`select contact_id from contact_tags
      where workspace_id = ${call.workspaceId} and tag_id = any(${except.tagIds}::uuid[])`);
  if (ways.length === 0) return sql<boolean>`false`;
  // Each as a set of its own, which the database hashes once.
  return sql<boolean>`(${sql.join(
    ways.map((way) => sql`c.id in (${way})`),
    sql` or `,
  )})`;
}

export async function estimateAudience(call: CampaignCall, wish: AudienceWish): Promise<Counted> {
  const { rows } = await sql<{ reason: Exclusion | null; people: number; times: number }>`
    select reason, count(*) as people, sum(times) as times from (${await judged(call, wish)}) judged group by reason`.execute(
    call.tx,
  );
  const excluded: Partial<Record<Exclusion, number>> = {};
  let audience = 0;
  let duplicates = 0;
  for (const { reason, people, times } of rows) {
    if (reason) excluded[reason] = people;
    else audience = people;
    duplicates += times - people;
  }
  if (duplicates > 0) excluded.duplicate = duplicates;
  return { audience, excluded };
}

/** The audience by country (two letters, null where unknown): what it costs depends on it. */
export async function audienceByCountry(
  call: CampaignCall,
  wish: AudienceWish,
): Promise<Map<string | null, number>> {
  const { rows } = await sql<{ head: string | null; people: number }>`
    select left(coalesce(c.phone, '+' || c.wa_id, c.wa_user_id), ${DECIDING_DIGITS + 1}) as head, count(*) as people
    from (${await judged(call, wish)}) judged
      join contacts c on c.workspace_id = ${call.workspaceId} and c.id = judged.id
    where judged.reason is null group by 1`.execute(call.tx);
  const people = new Map<string | null, number>();
  for (const row of rows) {
    const country = row.head?.startsWith('+') ? countryOfPhone(row.head) : (row.head?.slice(0, 2) ?? null);
    people.set(country, (people.get(country) ?? 0) + row.people);
  }
  return people;
}

/** Writes a row for everybody, also for those left out. A second freeze adds nobody. */
export async function freezeAudience(
  call: CampaignCall,
  campaignId: string,
  wish: AudienceWish,
): Promise<Counted> {
  const { excluded } = await estimateAudience(call, wish);
  await sql`
    insert into campaign_recipients (workspace_id, campaign_id, contact_id, state, reason, due_at)
    select ${call.workspaceId}, ${campaignId}, id, case when reason is null then 'waiting' else 'excluded' end, reason,
      -- Everybody is due; the earlier, the warmer.
      timestamptz 'epoch' + rank * interval '1 millisecond'
    from (${await judged(call, wish)}) judged order by id
    on conflict do nothing`.execute(call.tx);
  const { rows } = await sql<{ reason: Exclusion | null; people: number }>`
    select reason, count(*) as people from campaign_recipients
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} group by reason`.execute(
    call.tx,
  );
  const counted: Partial<Record<Exclusion, number>> = {};
  for (const { reason, people } of rows) if (reason) counted[reason] = people;
  if (excluded.duplicate) counted.duplicate = excluded.duplicate;
  return { audience: rows.find((row) => row.reason === null)?.people ?? 0, excluded: counted };
}

export async function noteFrozen(call: CampaignCall, campaignId: string, frozen: Counted): Promise<void> {
  await sql`update campaigns set audience_count = ${frozen.audience}, waiting_count = ${frozen.audience},
    excluded = ${JSON.stringify(frozen.excluded)}::jsonb
    where workspace_id = ${call.workspaceId} and id = ${campaignId}`.execute(call.tx);
}
