// The SQL that writes deals: their rows, their contacts and their places on the board.
import { sql } from 'kysely';
import type { Actor } from '#operations/call.ts';
import type { DealRow, StoreCall } from './deals.types.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

/** Rates as the database needs them: what one smallest unit of each currency is in smallest units of the workspace's. */
export type Factors = ReadonlyMap<string, number>;

/** What an amount is worth in the workspace's currency; more than the column holds is the most that it holds. */
const WORTH = sql`case when r.amount * r.factor is not null then least(round(r.amount * r.factor), 9e15)::bigint end`;

const columns = (rows: readonly DealRow[], factors: Factors) => sql`
  unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.title)}::text[],
    ${rows.map((r) => r.titleFrom)}::uuid[], ${rows.map((r) => r.pipelineId)}::uuid[],
    ${rows.map((r) => r.stageId)}::uuid[], ${rows.map((r) => r.place)}::float8[],
    ${rows.map((r) => r.ownerId)}::uuid[], ${rows.map((r) => r.amount)}::bigint[],
    ${rows.map((r) => r.currency)}::text[],
    ${rows.map((r) => (r.currency === null ? null : (factors.get(r.currency) ?? null)))}::float8[],
    ${rows.map((r) => r.closeDate)}::date[], ${rows.map((r) => r.reference)}::text[],
    ${rows.map((r) => r.lostReasonId)}::uuid[], ${rows.map((r) => r.lostNote)}::text[],
    ${rows.map((r) => r.state)}::text[], ${rows.map((r) => r.stageSince)}::timestamptz[],
    ${rows.map((r) => r.closedAt)}::timestamptz[])
    r(id, title, title_from, pipeline_id, stage_id, place, owner_id, amount, currency, factor, close_on, reference,
      lost_reason_id, lost_note, state, stage_since, closed_at)`;

export async function insertDeals(
  call: StoreCall & { actor: Actor },
  rows: readonly DealRow[],
  factors: Factors,
): Promise<void> {
  await sql`
    insert into deals (workspace_id, id, title, title_from, pipeline_id, stage_id, place, owner_id, amount, currency,
      worth, close_on, reference, lost_reason_id, lost_note, state, stage_since, closed_at, created_by, created_at,
      updated_at)
    select ${call.workspaceId}, r.id, r.title, r.title_from, r.pipeline_id, r.stage_id, r.place, r.owner_id, r.amount,
      r.currency, ${WORTH}, r.close_on, r.reference, r.lost_reason_id, r.lost_note, r.state, r.stage_since, r.closed_at,
      ${JSON.stringify(call.actor)}::jsonb, ${call.now}, ${call.now}
    from ${columns(rows, factors)}`.execute(call.tx);
}

/** Writes locked deals as they shall be. */
export async function updateDeals(
  call: StoreCall,
  rows: readonly DealRow[],
  factors: Factors,
): Promise<void> {
  await sql`
    update deals d set title = r.title, title_from = r.title_from, pipeline_id = r.pipeline_id, stage_id = r.stage_id,
      place = r.place, owner_id = r.owner_id, amount = r.amount, currency = r.currency, worth = ${WORTH},
      close_on = r.close_on, reference = r.reference, lost_reason_id = r.lost_reason_id, lost_note = r.lost_note,
      state = r.state, stage_since = r.stage_since, closed_at = r.closed_at, updated_at = ${call.now},
      version = d.version + 1
    from ${columns(rows, factors)}
    where d.workspace_id = ${call.workspaceId} and d.id = r.id`.execute(call.tx);
}

/** Holds the deals to the end of the transaction; those that are gone are left out. */
export async function lockDeals(call: ReadCall, ids: readonly string[]): Promise<DealRow[]> {
  const { rows } = await sql<DealRow>`
    select id, title, title_from as "titleFrom", pipeline_id as "pipelineId", stage_id as "stageId", place,
      owner_id as "ownerId", amount, currency, to_char(close_on, 'YYYY-MM-DD') as "closeDate", reference,
      lost_reason_id as "lostReasonId", lost_note as "lostNote", state, stage_since as "stageSince",
      closed_at as "closedAt", created_at as "createdAt", version
    from deals where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    order by id for update`.execute(call.tx);
  return rows;
}

/** Ids of those that were there. */
export async function removeDeals(call: ReadCall, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from deals where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) returning id`.execute(
    call.tx,
  );
  return rows.map((row) => row.id);
}

/** The ids of a deal's contacts, in their order. */
export async function contactsOf(call: ReadCall, dealId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select contact_id as id from deal_contacts where workspace_id = ${call.workspaceId} and deal_id = ${dealId}
    order by position, contact_id`.execute(call.tx);
  return rows.map((row) => row.id);
}

export async function insertContacts(
  call: ReadCall,
  pairs: readonly { dealId: string; contactId: string; position: number }[],
): Promise<void> {
  await sql`
    insert into deal_contacts (workspace_id, deal_id, contact_id, position)
    select ${call.workspaceId}, p.deal_id, p.contact_id, p.position
    from unnest(${pairs.map((p) => p.dealId)}::uuid[], ${pairs.map((p) => p.contactId)}::uuid[],
      ${pairs.map((p) => p.position)}::int[]) p(deal_id, contact_id, position)`.execute(call.tx);
}

/** The contacts of each of these deals are these from now on, in this order. */
export async function replaceContacts(
  call: ReadCall,
  contactsOfDeals: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  if (contactsOfDeals.size === 0) return;
  await sql`delete from deal_contacts where workspace_id = ${call.workspaceId}
    and deal_id = any(${[...contactsOfDeals.keys()]}::uuid[])`.execute(call.tx);
  await insertContacts(
    call,
    [...contactsOfDeals].flatMap(([dealId, contactIds]) =>
      contactIds.map((contactId, position) => ({ dealId, contactId, position })),
    ),
  );
}

/** The places of the first card of each stage that has any. */
export async function firstPlaces(call: ReadCall, stageIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ stageId: string; place: number }>`
    select s.id as "stageId", d.place from unnest(${stageIds}::uuid[]) s(id)
    cross join lateral (select place from deals where workspace_id = ${call.workspaceId} and stage_id = s.id
      order by place, id limit 1) d`.execute(call.tx);
  return new Map(rows.map(({ stageId, place }) => [stageId, place]));
}

export type Neighbours = { above?: number | undefined; below?: number | undefined };

/**
 * The places around the gap below (or above) the card `besideId` of a held stage, as if `movingId` were not there;
 * undefined when that card is not in the stage.
 */
export async function neighboursOf(
  call: ReadCall,
  stageId: string,
  { besideId, side, movingId }: { besideId: string; side: 'below' | 'above'; movingId: string },
): Promise<Neighbours | undefined> {
  const down = side === 'below';
  const { rows } = await sql<{ own: number; next: number | null }>`
    select b.place as own, (select n.place from deals n
      where n.workspace_id = b.workspace_id and n.stage_id = b.stage_id and n.id <> ${movingId}
        and (n.place, n.id) ${down ? sql`>` : sql`<`} (b.place, b.id)
      order by n.place ${down ? sql`` : sql`desc`}, n.id ${down ? sql`` : sql`desc`} limit 1) as next
    from deals b where b.workspace_id = ${call.workspaceId} and b.id = ${besideId} and b.stage_id = ${stageId}`.execute(
    call.tx,
  );
  const found = rows[0];
  if (!found) return undefined;
  const next = found.next ?? undefined;
  return down ? { above: found.own, below: next } : { above: next, below: found.own };
}

/** Gives the cards of a held stage whole numbers again, in their order. */
export async function renumberStage(call: ReadCall, stageId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from deals where workspace_id = ${call.workspaceId} and stage_id = ${stageId}
    order by place, id`.execute(call.tx);
  await sql`
    update deals d set place = o.place from unnest(${rows.map((row) => row.id)}::uuid[]) with ordinality o(id, place)
    where d.workspace_id = ${call.workspaceId} and d.id = o.id and d.stage_id = ${stageId}`.execute(call.tx);
}
