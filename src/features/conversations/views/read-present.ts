// What the views of the inbox name, and what of it is still there.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { ViewFilter } from './inbox-views.contract.ts';

export function namedBy({ tagIds, listIds, assigneeIds, numberIds }: ViewFilter): string[] {
  return [tagIds, listIds, assigneeIds, numberIds]
    .flatMap((ids) => ids ?? [])
    .filter((id) => id !== 'nobody');
}

/** Which of `ids`, of whatever kind a filter may name, are still there. */
export async function readPresent(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const wanted = sql`any(${ids}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    select id from tags where workspace_id = ${call.workspaceId} and id = ${wanted}
    union all select id from lists where workspace_id = ${call.workspaceId} and id = ${wanted}
    union all select id from numbers where workspace_id = ${call.workspaceId} and id = ${wanted}
    union all select user_id from memberships where workspace_id = ${call.workspaceId} and user_id = ${wanted}
  `.execute(call.tx);
  return new Set(rows.map((row) => row.id));
}
