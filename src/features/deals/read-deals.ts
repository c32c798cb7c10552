// Reads deals as the contract shows them.
import { type RawBuilder, sql } from 'kysely';
import { displayName } from '#features/contacts/contacts.ts';
import { conflict, notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import { iso } from '#operations/operation.ts';
import { whenOf } from './activity-when.ts';
import type { Deal, NextActivity, StageKind } from './deal-shapes.contract.ts';
import type { StoreCall } from './deals.types.ts';

type NameParts = Parameters<typeof displayName>[0];

type Row = {
  id: string;
  title: string;
  pipeline: Deal['pipeline'];
  stage: Deal['stage'];
  ownerId: string | null;
  ownerName: string | null;
  amount: number | null;
  currency: string | null;
  worth: number | null;
  closeDate: string | null;
  reference: string | null;
  lostReason: Deal['lostReason'];
  lostNote: string | null;
  contacts: (NameParts & { id: string; phone: string | null })[];
  nextActivity: (Omit<NextActivity, 'dueAt'> & { dueAt: string }) | null;
  state: StageKind;
  stageSince: Date;
  daysInStage: number;
  isRotting: boolean;
  createdBy: { kind: string; name: string };
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  version: number;
  place: string;
};

/** A deal as it is shown, with its place in the order that was asked for. */
export type Placed = { deal: Deal; place: string };

/**
 * `chosen` is a query of rows of `deals` with a further column `place_text`, in order; the answer keeps the order.
 * Everybody who may see deals sees all of them.
 */
export async function readChosen(call: StoreCall, chosen: RawBuilder<unknown>): Promise<Placed[]> {
  const { rows } = await sql<Row>`
    select d.id, d.title, jsonb_build_object('id', p.id, 'name', p.name) as pipeline,
      jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'probability', s.probability) as stage,
      d.owner_id as "ownerId", u.name as "ownerName", d.amount, d.currency, d.worth,
      to_char(d.close_on, 'YYYY-MM-DD') as "closeDate", d.reference,
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as "lostReason",
      d.lost_note as "lostNote",
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'first_name', k.first_name, 'last_name', k.last_name,
          'profile_name', k.profile_name, 'username', k.username, 'phone', k.phone, 'wa_user_id', k.wa_user_id)
          order by c.position, k.id)
        from deal_contacts c join contacts k on k.workspace_id = c.workspace_id and k.id = c.contact_id
        where c.workspace_id = d.workspace_id and c.deal_id = d.id), '[]') as contacts,
      (select jsonb_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'dueAt', a.due_at,
          'when', ${whenOf(call, sql`a.due_at`)})
        from deal_activities a where a.workspace_id = d.workspace_id and a.deal_id = d.id and a.done_at is null
        order by a.due_at, a.id limit 1) as "nextActivity",
      d.state, d.stage_since as "stageSince",
      greatest(0, floor(extract(epoch from ${call.now}::timestamptz - d.stage_since) / 86400))::int as "daysInStage",
      coalesce(d.state = 'open' and d.stage_since + make_interval(days => s.rotting_days) < ${call.now}, false)
        as "isRotting",
      jsonb_build_object('kind', d.created_by ->> 'kind', 'name', d.created_by ->> 'name') as "createdBy",
      d.created_at as "createdAt", d.updated_at as "updatedAt", d.closed_at as "closedAt", d.version,
      d.place_text as place
    from (select c.*, row_number() over () as nth from (${chosen}) c) d
    join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
    join pipelines p on p.workspace_id = d.workspace_id and p.id = d.pipeline_id
    join workspaces w on w.id = d.workspace_id
    left join users u on u.id = d.owner_id
    left join lost_reasons r on r.workspace_id = d.workspace_id and r.id = d.lost_reason_id
    order by d.nth`.execute(call.tx);
  return rows.map((row) => ({ deal: toDeal(row), place: row.place }));
}

/**
 * The id of the deal of an id or reference. Throws `not_found`, and `reference_ambiguous` with their ids when several
 * deals have the reference.
 */
export async function findDealId(call: StoreCall, key: string): Promise<string> {
  const byReference = sql`reference_key = lower(${key})`;
  const { rows } = await sql<{ id: string }>`
    select id from deals where workspace_id = ${call.workspaceId}
      and ${isId(key) ? sql`(id = ${key}::uuid or ${byReference})` : byReference}
    order by id::text = lower(${key}) desc, created_at desc limit 20`.execute(call.tx);
  const [first] = rows;
  if (!first) throw notFound('deal');
  // An id wins over a reference that looks like one.
  if (rows.length > 1 && first.id !== key.toLowerCase())
    throw conflict(
      'reference_ambiguous',
      `${rows.length} deals have the reference ${key}. Name the one that you mean by its id.`,
      { ids: rows.map((row) => row.id) },
    );
  return first.id;
}

/** Throws `not_found`, `reference_ambiguous`. */
export async function findDeal(call: StoreCall, key: string): Promise<Deal> {
  const id = await findDealId(call, key);
  return (await readDeals(call, [id])).get(id)!;
}

/** Deals by id; those that are gone are left out. */
export async function readDeals(call: StoreCall, ids: readonly string[]): Promise<Map<string, Deal>> {
  if (ids.length === 0) return new Map();
  const found = await readChosen(
    call,
    sql`select d.*, '' as place_text from deals d
      where d.workspace_id = ${call.workspaceId} and d.id = any(${ids}::uuid[])`,
  );
  return new Map(found.map(({ deal }) => [deal.id, deal]));
}

/** The deal and the owner of an activity. */
export async function dealOfActivity(
  call: Pick<StoreCall, 'tx' | 'workspaceId'>,
  id: string,
): Promise<{ dealId: string; ownerId: string | null } | undefined> {
  const { rows } = await sql<{ dealId: string; ownerId: string | null }>`
    select deal_id as "dealId", owner_id as "ownerId" from deal_activities
    where workspace_id = ${call.workspaceId} and id = ${id}`.execute(call.tx);
  return rows[0];
}

function toDeal({ state: _, place: __, ownerId, ownerName, ...row }: Row): Deal {
  return {
    ...row,
    owner: ownerId === null ? null : { userId: ownerId, name: ownerName ?? '' },
    contacts: row.contacts.map((contact) => ({
      id: contact.id,
      name: displayName(contact),
      phone: contact.phone,
    })),
    nextActivity: row.nextActivity && { ...row.nextActivity, dueAt: iso(new Date(row.nextActivity.dueAt)) },
    stageSince: iso(row.stageSince),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    closedAt: iso(row.closedAt),
  };
}
