// The SQL on tags and on which contacts carry them; the counters move by trigger.
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Tags } from '#db/tables.generated.ts';
import { newId } from '#kit/ids.ts';
import { decodeCursor, type Page, toPage } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';
import { findOrInsertNamed, type NamedRow } from '#operations/named-rows.ts';
import { iso } from '#operations/operation.ts';
import type { Tag } from './tags.contract.ts';

export type TagCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
/** A query of one column `id`: contacts. */
export type ContactQuery = RawBuilder<unknown>;

export async function pageOfTags(
  call: TagCall,
  options: { limit: number; cursor?: string | undefined; search?: string | undefined },
): Promise<Page<Tag>> {
  let query = call.tx
    .selectFrom('tags')
    .selectAll()
    .select(sql<string>`lower(name)`.as('key'))
    .where('workspace_id', '=', call.workspaceId)
    .orderBy(sql`lower(name)`)
    .limit(options.limit + 1);
  if (options.search)
    query = query.where(sql<boolean>`strpos(lower(name), ${options.search.toLowerCase()}) > 0`);
  if (options.cursor)
    query = query.where(sql<boolean>`lower(name) > ${decodeCursor(options.cursor, ['text'])[0]}`);
  const page = toPage(await query.execute(), options.limit, (row) => [row.key]);
  return { ...page, items: page.items.map(toTag) };
}

export async function findTags(call: TagCall, ids: readonly string[]): Promise<Tag[]> {
  if (ids.length === 0) return [];
  const rows = await call.tx
    .selectFrom('tags')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return rows.map(toTag);
}

/** Makes the tags that are missing. Answers all, by lower-case name. */
export function findOrInsertTags(call: TagCall, names: readonly string[]): Promise<Map<string, NamedRow>> {
  return findOrInsertNamed(
    call,
    'tags',
    names,
    (missing) => sql`
      insert into tags (workspace_id, id, name, created_at)
      select ${call.workspaceId}, t.id, t.name, ${call.now}
      from unnest(${missing.ids}::uuid[], ${missing.names}::text[]) t(id, name) on conflict do nothing`,
  );
}

/** Undefined when the name is taken. */
export async function insertTag(call: TagCall, name: string): Promise<Tag | undefined> {
  const row = await call.tx
    .insertInto('tags')
    .values({ workspace_id: call.workspaceId, id: newId(), name, created_at: call.now })
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toTag(row);
}

export async function renameTag(call: TagCall, id: string, name: string): Promise<void> {
  await call.tx
    .updateTable('tags')
    .set({ name })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function removeTag(call: TagCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('tags')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Waits for others who count in the same tags, always in the same order. */
async function lockTags(call: TagCall, ids: readonly string[]): Promise<void> {
  await sql`select 1 from tags where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    order by id for no key update`.execute(call.tx);
}

/** Gives each contact of the query each tag. Answers the pairs that are new. */
export async function insertTagged(
  call: TagCall,
  tagIds: readonly string[],
  contacts: ContactQuery,
): Promise<{ contactId: string; tagId: string }[]> {
  await lockTags(call, tagIds);
  const { rows } = await sql<{ contactId: string; tagId: string }>`
    insert into contact_tags (workspace_id, contact_id, tag_id)
    select ${call.workspaceId}, c.id, t.id from (${contacts}) c cross join unnest(${tagIds}::uuid[]) t(id)
    on conflict do nothing returning contact_id as "contactId", tag_id as "tagId"`.execute(call.tx);
  return rows;
}

/** The same for given pairs. */
export async function insertTaggedPairs(
  call: TagCall,
  pairs: readonly { contactId: string; tagId: string }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await lockTags(call, [...new Set(pairs.map((pair) => pair.tagId))]);
  await sql`
    insert into contact_tags (workspace_id, contact_id, tag_id)
    select ${call.workspaceId}, p.contact_id, p.tag_id
    from unnest(${pairs.map((p) => p.contactId)}::uuid[], ${pairs.map((p) => p.tagId)}::uuid[]) p(contact_id, tag_id)
    on conflict do nothing`.execute(call.tx);
}

/** Takes the tags from the contacts. Answers the pairs that are gone. */
export async function deleteTagged(
  call: TagCall,
  tagIds: readonly string[],
  contacts: ContactQuery,
): Promise<{ contactId: string; tagId: string }[]> {
  await lockTags(call, tagIds);
  const { rows } = await sql<{ contactId: string; tagId: string }>`
    delete from contact_tags
    where workspace_id = ${call.workspaceId} and tag_id = any(${tagIds}::uuid[]) and contact_id in (${contacts})
    returning contact_id as "contactId", tag_id as "tagId"`.execute(call.tx);
  return rows;
}

/** Takes every tag from the contacts, before they are deleted. */
export async function deleteAllTagged(call: TagCall, contacts: ContactQuery): Promise<void> {
  await sql`delete from contact_tags where workspace_id = ${call.workspaceId} and contact_id in (${contacts})`.execute(
    call.tx,
  );
}

/** Gives what `from` carries to `to` (contacts), or what carries `from` the tag `to` (tags). */
export async function copyTagged(
  call: TagCall,
  side: 'contact_id' | 'tag_id',
  from: string,
  to: string,
): Promise<void> {
  const columns = side === 'contact_id' ? sql`${to}::uuid, tag_id` : sql`contact_id, ${to}::uuid`;
  await sql`
    insert into contact_tags (workspace_id, contact_id, tag_id)
    select workspace_id, ${columns} from contact_tags
    where workspace_id = ${call.workspaceId} and ${sql.ref(side)} = ${from}
    on conflict do nothing`.execute(call.tx);
}

function toTag(row: Selectable<Tags>): Tag {
  return { id: row.id, name: row.name, contactCount: row.contact_count, createdAt: iso(row.created_at) };
}
