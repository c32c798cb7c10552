// The SQL on segments.
import { type Selectable, sql } from 'kysely';
import type { Segments } from '#db/tables.generated.ts';
import { ContactConditions } from '#features/contacts/contact-conditions.contract.ts';
import { newId } from '#kit/ids.ts';
import type { Page } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';
import { newestFirst } from '#operations/newest-first.ts';
import { iso } from '#operations/operation.ts';
import type { Segment } from './segments.contract.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;
type WriteCall = ReadCall & Pick<Call, 'now'>;

export async function pageOfSegments(
  call: ReadCall,
  options: { limit: number; cursor?: string | undefined; search?: string | undefined },
): Promise<Page<Segment>> {
  let query = call.tx.selectFrom('segments').selectAll().where('workspace_id', '=', call.workspaceId);
  if (options.search)
    query = query.where(sql<boolean>`strpos(lower(name), ${options.search.toLowerCase()}) > 0`);
  const page = await newestFirst(query, 'created_at', options);
  return { ...page, items: page.items.map(toSegment) };
}

export async function findSegments(call: ReadCall, ids: readonly string[]): Promise<Segment[]> {
  if (ids.length === 0) return [];
  const rows = await call.tx
    .selectFrom('segments')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return rows.map(toSegment);
}

/** Undefined when the name is taken. */
export async function insertSegment(
  call: WriteCall,
  write: { name: string; conditions: ContactConditions },
): Promise<Segment | undefined> {
  const row = await call.tx
    .insertInto('segments')
    .values({
      workspace_id: call.workspaceId,
      id: newId(),
      name: write.name,
      conditions: JSON.stringify(write.conditions),
      created_at: call.now,
      updated_at: call.now,
    })
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toSegment(row);
}

export async function changeSegment(
  call: WriteCall,
  id: string,
  write: { name?: string | undefined; conditions?: ContactConditions | undefined },
): Promise<void> {
  await call.tx
    .updateTable('segments')
    .set({
      ...(write.name === undefined ? {} : { name: write.name }),
      ...(write.conditions === undefined ? {} : { conditions: JSON.stringify(write.conditions) }),
      updated_at: call.now,
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function removeSegment(call: ReadCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('segments')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The name of a campaign not yet started that goes to the segment or leaves it out. */
export async function campaignWaitingFor(call: ReadCall, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from campaigns where workspace_id = ${call.workspaceId} and state in ('draft', 'scheduled', 'preparing')
      and (audience -> 'segmentIds' ? ${id} or audience -> 'except' -> 'segmentIds' ? ${id}) limit 1`.execute(
    call.tx,
  );
  return rows[0]?.name;
}

function toSegment(row: Selectable<Segments>): Segment {
  return {
    id: row.id,
    name: row.name,
    conditions: ContactConditions.parse(row.conditions),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}
