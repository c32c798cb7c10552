// What the views of deals name, and what of it is still there.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { DealViewFilter } from './deal-views.contract.ts';

const WORDS = new Set(['me', 'none']);

export function namedBy(filter: DealViewFilter): string[] {
  const { pipelineId, stageId, ownerId, contactId, lostReasonId, reachedStageId } = filter;
  return [pipelineId, stageId, ownerId, contactId, lostReasonId, reachedStageId]
    .flatMap((ids) => ids ?? [])
    .filter((id) => !WORDS.has(id));
}

/** Which of `ids`, of whatever kind a filter may name, are still there. */
export async function readPresent(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const here = sql`workspace_id = ${call.workspaceId}`;
  const wanted = sql`any(${ids}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    select id from pipelines where ${here} and id = ${wanted}
    union all select id from stages where ${here} and id = ${wanted}
    union all select id from contacts where ${here} and id = ${wanted} and erasing_at is null
    union all select id from lost_reasons where ${here} and id = ${wanted}
    union all select user_id from memberships where ${here} and user_id = ${wanted}`.execute(call.tx);
  return new Set(rows.map((row) => row.id));
}
