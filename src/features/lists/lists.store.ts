// The SQL on lists and on who is in them; the counters move by trigger.
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Lists } from '#db/tables.generated.ts';
import { newId } from '#kit/ids.ts';
import type { Page } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';
import { findOrInsertNamed, type NamedRow } from '#operations/named-rows.ts';
import { newestFirst } from '#operations/newest-first.ts';
import { iso } from '#operations/operation.ts';
import type { List, ListOrigin } from './lists.contract.ts';

export type ListCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
/** A query of one column `id`: contacts. */
export type ContactQuery = RawBuilder<unknown>;

export async function pageOfLists(
  call: ListCall,
  options: { limit: number; cursor?: string | undefined; search?: string | undefined },
): Promise<Page<List>> {
  let query = call.tx.selectFrom('lists').selectAll().where('workspace_id', '=', call.workspaceId);
  if (options.search)
    query = query.where(sql<boolean>`strpos(lower(name), ${options.search.toLowerCase()}) > 0`);
  const page = await newestFirst(query, 'created_at', options);
  return { ...page, items: page.items.map(toList) };
}

export async function findLists(call: ListCall, ids: readonly string[]): Promise<List[]> {
  if (ids.length === 0) return [];
  const rows = await call.tx
    .selectFrom('lists')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return rows.map(toList);
}

/** Makes the lists that are missing. Answers all, by lower-case name. */
export function findOrInsertLists(call: ListCall, names: readonly string[]): Promise<Map<string, NamedRow>> {
  return findOrInsertNamed(
    call,
    'lists',
    names,
    (missing) => sql`
      insert into lists (workspace_id, id, name, created_at, updated_at)
      select ${call.workspaceId}, t.id, t.name, ${call.now}, ${call.now}
      from unnest(${missing.ids}::uuid[], ${missing.names}::text[]) t(id, name) on conflict do nothing`,
  );
}

/** Undefined when the name is taken. */
export async function insertList(
  call: ListCall,
  { name, origin = null }: { name: string; origin?: ListOrigin | null },
): Promise<List | undefined> {
  const row = await call.tx
    .insertInto('lists')
    .values({
      workspace_id: call.workspaceId,
      id: newId(),
      name,
      origin,
      created_at: call.now,
      updated_at: call.now,
    })
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toList(row);
}

export async function changeList(
  call: ListCall,
  id: string,
  change: { name?: string; origin?: ListOrigin },
): Promise<void> {
  await call.tx
    .updateTable('lists')
    .set({ ...change, updated_at: call.now })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Notes where the people of these lists come from, where nobody said so yet. */
export async function noteOrigin(call: ListCall, ids: readonly string[], origin: ListOrigin): Promise<void> {
  await sql`update lists set origin = ${origin} where workspace_id = ${call.workspaceId}
    and id = any(${[...new Set(ids)].sort()}::uuid[]) and origin is null`.execute(call.tx);
}

export async function removeList(call: ListCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('lists')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Waits for others who count in the same lists, always in the same order. */
async function lockLists(call: ListCall, ids: readonly string[]): Promise<void> {
  await sql`select 1 from lists where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    order by id for no key update`.execute(call.tx);
}

/** Puts each contact of the query into each list. Answers the pairs that are new. */
export async function insertMembers(
  call: ListCall,
  listIds: readonly string[],
  contacts: ContactQuery,
): Promise<{ contactId: string; listId: string }[]> {
  await lockLists(call, listIds);
  const { rows } = await sql<{ contactId: string; listId: string }>`
    insert into list_members (workspace_id, contact_id, list_id, added_at)
    select ${call.workspaceId}, c.id, t.id, ${call.now} from (${contacts}) c cross join unnest(${listIds}::uuid[]) t(id)
    on conflict do nothing returning contact_id as "contactId", list_id as "listId"`.execute(call.tx);
  return rows;
}

/** The same for given pairs; blocked contacts join no list. */
export async function insertMemberPairs(
  call: ListCall,
  pairs: readonly { contactId: string; listId: string }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await lockLists(call, [...new Set(pairs.map((pair) => pair.listId))]);
  await sql`
    insert into list_members (workspace_id, contact_id, list_id, added_at)
    select ${call.workspaceId}, p.contact_id, p.list_id, ${call.now}
    from unnest(${pairs.map((p) => p.contactId)}::uuid[], ${pairs.map((p) => p.listId)}::uuid[]) p(contact_id, list_id)
    join contacts c on c.workspace_id = ${call.workspaceId} and c.id = p.contact_id and c.blocked_at is null
    on conflict do nothing`.execute(call.tx);
}

/** Takes the contacts out of the lists. Answers the pairs that are gone. */
export async function deleteMembers(
  call: ListCall,
  listIds: readonly string[],
  contacts: ContactQuery,
): Promise<{ contactId: string; listId: string }[]> {
  await lockLists(call, listIds);
  const { rows } = await sql<{ contactId: string; listId: string }>`
    delete from list_members
    where workspace_id = ${call.workspaceId} and list_id = any(${listIds}::uuid[]) and contact_id in (${contacts})
    returning contact_id as "contactId", list_id as "listId"`.execute(call.tx);
  return rows;
}

/** Takes the contacts out of all lists, before they are deleted. */
export async function deleteAllMemberships(call: ListCall, contacts: ContactQuery): Promise<void> {
  await sql`delete from list_members where workspace_id = ${call.workspaceId} and contact_id in (${contacts})`.execute(
    call.tx,
  );
}

/** Makes `to` a member of every list of `from`. */
export async function copyMemberships(call: ListCall, from: string, to: string): Promise<void> {
  await sql`
    insert into list_members (workspace_id, list_id, contact_id, added_at)
    select workspace_id, list_id, ${to}::uuid, added_at from list_members
    where workspace_id = ${call.workspaceId} and contact_id = ${from}
    on conflict do nothing`.execute(call.tx);
}

/** Takes everybody out of a list. */
export async function deleteMembersOf(call: ListCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('list_members')
    .where('workspace_id', '=', call.workspaceId)
    .where('list_id', '=', id)
    .execute();
}

function toList(row: Selectable<Lists>): List {
  return {
    id: row.id,
    name: row.name,
    origin: row.origin as ListOrigin | null,
    memberCount: row.member_count,
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}
