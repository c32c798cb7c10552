// The SQL on the categories of tickets.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { StoreCall } from './tickets.types.ts';

export type Category = { id: string; name: string };

/** By name; all, or those of `ids`. */
export async function readCategories(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ids?: readonly string[],
): Promise<Category[]> {
  const { rows } = await sql<Category>`
    select id, name from ticket_categories where workspace_id = ${call.workspaceId}
      and ${ids === undefined ? sql`true` : sql`id = any(${ids}::uuid[])`}
    order by lower(name)`.execute(call.tx);
  return rows;
}

/** Undefined when the name is taken. */
export async function insertCategory(call: StoreCall, name: string): Promise<Category | undefined> {
  return call.tx
    .insertInto('ticket_categories')
    .values({ workspace_id: call.workspaceId, id: newId(), name, created_at: call.now })
    .onConflict((c) => c.doNothing())
    .returning(['id', 'name'])
    .executeTakeFirst();
}

export async function renameCategory(call: StoreCall, id: string, name: string): Promise<void> {
  await call.tx
    .updateTable('ticket_categories')
    .set({ name })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Its tickets have none afterwards. */
export async function removeCategory(call: StoreCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('ticket_categories')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}
