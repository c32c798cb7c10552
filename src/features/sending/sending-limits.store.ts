// The SQL on the messaging limit: places of a portfolio, taken by customers for 24 hours, counted exactly.
import { sql } from 'kysely';
import { publish } from '#events/publish.ts';
import type { SendingCall } from './sending.types.ts';

/** The provider's clock is not ours: a place is kept this much longer. */
const PLACE_MS = (24 * 60 + 5) * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** A further message to the same customer lengthens their place when it is older than this. */
const LENGTHEN_MS = 5 * 60_000;

export type Portfolio = { portfolio: string; limit: number };

export type PlacesTaken = {
  /** Customers who may be written to. */
  granted: Set<string>;
  /** When the next place is free, where somebody got none. */
  fullUntil: Date | null;
};

/**
 * Takes a place for each customer who has none, as long as there are any, in the given order. Whoever takes places of
 * a portfolio waits for the others, so that numbers, processes and workspaces together never go beyond the limit.
 */
export async function takePlaces(
  call: SendingCall,
  { portfolio, limit }: Portfolio,
  wishes: readonly { contactId: string; messageId: string }[],
): Promise<PlacesTaken> {
  let used = await lockLimit(call, portfolio);
  used -= await freePlaces(call, portfolio);
  const elsewhere = await placesElsewhere(call, portfolio);
  const ids = wishes.map((wish) => wish.contactId);
  const granted = new Set(await lengthenPlaces(call, portfolio, ids));
  const taken = new Map<string, string>();
  for (const { contactId, messageId } of wishes) {
    if (granted.has(contactId) || used + elsewhere.used >= limit) continue;
    granted.add(contactId);
    taken.set(contactId, messageId);
    used += 1;
  }
  await insertPlaces(call, portfolio, taken);
  const isFull = wishes.some((wish) => !granted.has(wish.contactId));
  const fullUntil = isFull ? await nextFree(call, portfolio, elsewhere.oldest) : null;
  const told = await noteUsed(call, portfolio, used, fullUntil);
  if (told && fullUntil)
    await publish(call, 'sending.limit_reached', null, { limit, until: fullUntil.toISOString() });
  return { granted, fullUntil };
}

async function lockLimit(call: SendingCall, portfolio: string): Promise<number> {
  // Other workspaces have rows of their own for the same portfolio.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`limit ${portfolio}`}, 0))`.execute(call.tx);
  const read = () =>
    sql<{ used: number }>`select used from messaging_limits
      where workspace_id = ${call.workspaceId} and portfolio = ${portfolio} for update`.execute(call.tx);
  const { rows } = await read();
  if (rows[0]) return rows[0].used;
  await sql`insert into messaging_limits (workspace_id, portfolio) values (${call.workspaceId}, ${portfolio})
    on conflict do nothing`.execute(call.tx);
  const { used } = (await read()).rows[0]!;
  return used + (await adoptPlaces(call, portfolio));
}

/** What other workspaces of this installation hold of the same portfolio, and since when the oldest of it. */
async function placesElsewhere(
  call: SendingCall,
  portfolio: string,
): Promise<{ used: number; oldest: Date | null }> {
  const { rows } = await sql<{ used: number; oldest: Date | null }>`
    select used, oldest from places_elsewhere(${portfolio}, ${placesSince(call)})`.execute(call.tx);
  return rows[0]!;
}

const placesSince = ({ now }: Pick<SendingCall, 'now'>) => new Date(now.getTime() - PLACE_MS);

/** Answers whether it is to be told that the limit is reached: once a day. */
async function noteUsed(
  call: SendingCall,
  portfolio: string,
  used: number,
  fullUntil: Date | null,
): Promise<boolean> {
  const tellBefore = new Date(call.now.getTime() - DAY_MS);
  const { rows } = await sql<{ tell: boolean }>`
    update messaging_limits l set used = ${used}, full_until = ${fullUntil}::timestamptz,
      told_at = case when ${fullUntil}::timestamptz is not null and coalesce(l.told_at <= ${tellBefore}, true)
        then ${call.now}::timestamptz else l.told_at end
    from messaging_limits before
    where l.workspace_id = ${call.workspaceId} and l.portfolio = ${portfolio}
      and before.workspace_id = l.workspace_id and before.portfolio = l.portfolio
    returning l.told_at is distinct from before.told_at as tell`.execute(call.tx);
  return rows[0]?.tell ?? false;
}

/** Before its business is known an account counts for itself: its places move to the business; answers how many. */
async function adoptPlaces(call: SendingCall, portfolio: string): Promise<number> {
  const { numAffectedRows } = await sql`
    with before as (
      delete from messaging_limits l using whatsapp_accounts a
      where l.workspace_id = ${call.workspaceId} and a.workspace_id = l.workspace_id
        and a.portfolio_id = ${portfolio} and l.portfolio = a.id::text
      returning l.portfolio
    )
    insert into limit_places (workspace_id, portfolio, contact_id, taken_at, message_id)
    select distinct on (p.contact_id) p.workspace_id, ${portfolio}, p.contact_id, p.taken_at, p.message_id
    from before b join limit_places p on p.workspace_id = ${call.workspaceId} and p.portfolio = b.portfolio
    order by p.contact_id, p.taken_at desc
    on conflict do nothing`.execute(call.tx);
  return Number(numAffectedRows ?? 0);
}

/** Ends places that are over; answers how many. */
async function freePlaces(call: SendingCall, portfolio: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from limit_places
    where workspace_id = ${call.workspaceId} and portfolio = ${portfolio}
      and taken_at <= ${placesSince(call)}`.execute(call.tx);
  return Number(numAffectedRows ?? 0);
}

/** Those of the customers who have a place; their day begins anew. */
async function lengthenPlaces(
  call: SendingCall,
  portfolio: string,
  contactIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ contactId: string; old: boolean }>`
    select contact_id as "contactId", taken_at < ${new Date(call.now.getTime() - LENGTHEN_MS)} as old from limit_places
    where workspace_id = ${call.workspaceId} and portfolio = ${portfolio} and contact_id = any(${contactIds}::uuid[])`.execute(
    call.tx,
  );
  const old = rows.filter((row) => row.old).map((row) => row.contactId);
  if (old.length > 0)
    await sql`update limit_places set taken_at = ${call.now}, message_id = null
      where workspace_id = ${call.workspaceId} and portfolio = ${portfolio}
        and contact_id = any(${old}::uuid[])`.execute(call.tx);
  return rows.map((row) => row.contactId);
}

async function insertPlaces(
  call: SendingCall,
  portfolio: string,
  taken: ReadonlyMap<string, string>,
): Promise<void> {
  if (taken.size === 0) return;
  await sql`
    insert into limit_places (workspace_id, portfolio, contact_id, taken_at, message_id)
    select ${call.workspaceId}, ${portfolio}, contact_id, ${call.now}, message_id
    from unnest(${[...taken.keys()]}::uuid[], ${[...taken.values()]}::uuid[]) t(contact_id, message_id)`.execute(
    call.tx,
  );
}

/** `elsewhere`: since when another workspace holds its oldest place. */
async function nextFree(call: SendingCall, portfolio: string, elsewhere: Date | null): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select taken_at as at from limit_places
    where workspace_id = ${call.workspaceId} and portfolio = ${portfolio} order by taken_at limit 1`.execute(
    call.tx,
  );
  const oldest = [rows[0]?.at, elsewhere].flatMap((at) => (at ? [at.getTime()] : []));
  return new Date(Math.min(...(oldest.length > 0 ? oldest : [call.now.getTime()])) + PLACE_MS);
}

/** Gives back the places of messages that reached nobody, unless another message to the same customer did. */
export async function giveBackPlaces(
  call: SendingCall,
  failed: readonly { contactId: string; messageId: string }[],
): Promise<void> {
  if (failed.length === 0) return;
  await sql`
    with gone as (
      delete from limit_places p
      using unnest(${failed.map((one) => one.contactId)}::uuid[], ${failed.map((one) => one.messageId)}::uuid[])
        f(contact_id, message_id)
      where p.workspace_id = ${call.workspaceId} and p.contact_id = f.contact_id and p.message_id = f.message_id
      returning p.portfolio
    )
    update messaging_limits l set used = l.used - g.count, full_until = null
    from (select portfolio, count(*)::int as count from gone group by portfolio) g
    where l.workspace_id = ${call.workspaceId} and l.portfolio = g.portfolio`.execute(call.tx);
}

export type LimitStanding = {
  portfolioId: string | null;
  accountNames: string[];
  limit: number | null;
  used: number;
  fullUntil: Date | null;
};

/** How much of each portfolio's limit is used. */
export async function limitStandings(
  call: Pick<SendingCall, 'tx' | 'workspaceId' | 'now'>,
): Promise<LimitStanding[]> {
  const { rows } = await sql<LimitStanding>`
    select a.portfolio_id as "portfolioId", a.names as "accountNames", a.messaging_limit as limit,
      (select count(*)::int from limit_places p where p.workspace_id = ${call.workspaceId}
        and p.portfolio = a.portfolio and p.taken_at > ${placesSince(call)})
        + (select e.used from places_elsewhere(a.portfolio, ${placesSince(call)}) e) as used,
      (select l.full_until from messaging_limits l where l.workspace_id = ${call.workspaceId}
        and l.portfolio = a.portfolio and l.full_until > ${call.now}) as "fullUntil"
    from (
      select portfolio_id, coalesce(portfolio_id, id::text) as portfolio, array_agg(name order by created_at) as names,
        max(messaging_limit) as messaging_limit, min(created_at) as created_at
      from whatsapp_accounts where workspace_id = ${call.workspaceId} and state <> 'disconnected'
      group by 1, 2
    ) a order by a.created_at`.execute(call.tx);
  return rows;
}

/** Customers who hold a place of the limit that a number is under, over all numbers and workspaces of its portfolio. */
export async function placesHeld(
  call: Pick<SendingCall, 'tx' | 'workspaceId' | 'now'>,
  numberId: string,
): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    select (select count(*)::int from limit_places p where p.workspace_id = a.workspace_id
        and p.portfolio = coalesce(a.portfolio_id, a.id::text) and p.taken_at > ${placesSince(call)})
      + (select e.used from places_elsewhere(coalesce(a.portfolio_id, a.id::text), ${placesSince(call)}) e) as held
    from numbers n join whatsapp_accounts a on a.workspace_id = n.workspace_id and a.id = n.account_id
    where n.workspace_id = ${call.workspaceId} and n.id = ${numberId}`.execute(call.tx);
  return rows[0]?.held ?? 0;
}
