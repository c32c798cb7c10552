// The SQL on short links: making them, finding one by its number, noting calls, adding them up.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import { newId, newLinkNumber } from '#kit/ids.ts';
import { decodeCursor, type Page, toPage } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';
import type { Device } from './follower.ts';
import type { LinkOwner } from './links.types.ts';

export type LinkCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

/** The number of each destination's link; those that are missing are made. A fixed number of statements. */
export async function openLinks(
  call: LinkCall,
  owner: LinkOwner,
  destinations: readonly string[],
): Promise<Map<string, number>> {
  const wanted = [...new Set(destinations)];
  if (wanted.length === 0) return new Map();
  const known = await numbersOf(call, owner, wanted);
  const missing = wanted.filter((destination) => !known.has(destination));
  if (missing.length === 0) return known;
  await sql`
    insert into links (workspace_id, id, number, destination, campaign_id, variant, created_at)
    select ${call.workspaceId}, u.id, u.number, u.destination, ${owner.campaignId}, ${owner.variant}, ${call.now}
    from unnest(${missing.map(() => newId())}::uuid[], ${missing.map(() => newLinkNumber())}::bigint[],
      ${missing}::text[]) u(id, number, destination)
    on conflict do nothing`.execute(call.tx);
  return numbersOf(call, owner, wanted);
}

async function numbersOf(
  call: LinkCall,
  owner: LinkOwner,
  destinations: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ destination: string; number: number }>`
    select destination, number from links
    where workspace_id = ${call.workspaceId} and campaign_id = ${owner.campaignId} and variant = ${owner.variant}
      and md5(destination) in (select md5(d) from unnest(${destinations}::text[]) d)`.execute(call.tx);
  return new Map(rows.map((row) => [row.destination, Number(row.number)]));
}

export type FoundLink = { workspaceId: string; id: string; destination: string };

/** `tx` is the system's: a code names no workspace. */
export async function linkOfNumber(tx: Tx, number: number): Promise<FoundLink | null> {
  const row = await tx
    .selectFrom('links')
    .select(['workspace_id as workspaceId', 'id', 'destination'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

export type LinkHit = {
  id: string;
  workspaceId: string;
  linkId: string;
  messageId: string;
  at: Date;
  machine: boolean;
  device: Device;
};

/** Notes calls of all workspaces in one statement; `tx` is the system's. */
export async function insertHits(tx: Tx, hits: readonly LinkHit[]): Promise<void> {
  await sql`
    insert into link_hits (workspace_id, id, link_id, message_id, at, machine, device)
    select * from unnest(${hits.map((h) => h.workspaceId)}::uuid[], ${hits.map((h) => h.id)}::uuid[],
      ${hits.map((h) => h.linkId)}::uuid[], ${hits.map((h) => h.messageId)}::uuid[],
      ${hits.map((h) => h.at)}::timestamptz[], ${hits.map((h) => h.machine)}::boolean[],
      ${hits.map((h) => h.device)}::text[])`.execute(tx);
}

/** Workspaces with calls that are not added up; `tx` is the system's. */
export async function workspacesWithHits(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct workspace_id as id from (select workspace_id from link_hits limit 20000) h`.execute(tx);
  return rows.map((row) => row.id);
}

export type TakenHits = {
  taken: number;
  /** Messages whose code a person followed for the first time. */
  first: { linkId: string; messageId: string; at: Date }[];
};

/** Adds up to `limit` calls up: into the people who followed, and into the figures of their links. */
export async function foldHits(call: LinkCall, limit: number): Promise<TakenHits> {
  const { rows } = await sql<{
    linkId: string;
    messageId: string | null;
    at: Date;
    first: boolean;
    calls: number;
  }>`
    with taken as materialized (
      delete from link_hits where workspace_id = ${call.workspaceId} and id in (
        select id from link_hits where workspace_id = ${call.workspaceId} order by id limit ${limit}
        for update skip locked)
      returning link_id, message_id, at, machine, device
    ), judged as materialized (
      -- A code whose message is gone, or was a test, leads on and counts nowhere.
      select t.*, not t.machine and m.id is not null and not m.test as counts, t.machine and not coalesce(m.test, false) as robot
      from taken t left join messages m on m.workspace_id = ${call.workspaceId} and m.id = t.message_id
    ), taps as (
      insert into link_taps as old (workspace_id, link_id, message_id, first_at, last_at, times, device)
      select ${call.workspaceId}, link_id, message_id, min(at), max(at), count(*), min(device)
      from judged where counts group by link_id, message_id order by link_id, message_id
      on conflict (workspace_id, link_id, message_id) do update
        set times = old.times + excluded.times, last_at = greatest(old.last_at, excluded.last_at)
      returning link_id, message_id, first_at, xmax = 0 as first
    ), figures as (
      update links l set tap_count = l.tap_count + f.taps, machine_count = l.machine_count + f.machines,
        people_count = l.people_count + f.people
      from (
        select j.link_id, count(*) filter (where counts) as taps, count(*) filter (where robot) as machines,
          (select count(*) from taps t where t.link_id = j.link_id and t.first) as people
        from judged j group by j.link_id
      ) f where l.workspace_id = ${call.workspaceId} and l.id = f.link_id
    )
    select link_id as "linkId", message_id as "messageId", first_at as at, true as first, 0 as calls
    from taps where first
    union all
    select ${call.workspaceId}::uuid, null, ${call.now}, false, count(*)::int from taken`.execute(call.tx);
  const total = rows.find((row) => !row.first);
  return {
    taken: total?.calls ?? 0,
    first: rows.flatMap((row) =>
      row.first && row.messageId ? [{ linkId: row.linkId, messageId: row.messageId, at: row.at }] : [],
    ),
  };
}

type LinkRow = {
  id: string;
  destination: string;
  variant: number;
  people_count: number;
  tap_count: number;
  machine_count: number;
  created_at: Date;
};

/** Links of a campaign in the order in which they were made. */
export async function pageOfLinks(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  input: { campaignId: string; limit: number; cursor?: string },
): Promise<Page<LinkRow>> {
  let query = call.tx
    .selectFrom('links')
    .select(['id', 'destination', 'variant', 'people_count', 'tap_count', 'machine_count', 'created_at'])
    .where('workspace_id', '=', call.workspaceId)
    .where('campaign_id', '=', input.campaignId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(input.limit + 1);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, ['instant', 'id']);
    query = query.where(sql<boolean>`(created_at, id) > (${at}::timestamptz, ${id}::uuid)`);
  }
  return toPage(await query.execute(), input.limit, (row) => [row.created_at.toISOString(), row.id]);
}
