// Refuses statuses, categories and owners that are not there.
import { sql } from 'kysely';
import { badInput, type FieldError } from '#kit/errors.ts';
import { readCategories } from './ticket-categories.store.ts';
import { readStatuses } from './ticket-statuses.store.ts';
import type { Changes, Status, StoreCall } from './tickets.types.ts';

/** The statuses by code, once everything that `content` names is there. Throws `bad_input` naming every fault. */
export async function checkContent(call: StoreCall, content: Changes): Promise<Map<string, Status>> {
  const statuses = new Map((await readStatuses(call)).map((status) => [status.code, status]));
  const { status, categoryId, ownerId } = content;
  const problems: FieldError[] = [];
  if (status !== undefined && !statuses.has(status))
    problems.push({
      path: 'status',
      message: `There is no status ${status}. There are ${[...statuses.keys()].join(', ')}.`,
    });
  if (categoryId && (await readCategories(call, [categoryId])).length === 0)
    problems.push({ path: 'categoryId', message: 'There is no such category.' });
  if (ownerId && !(await isMember(call, ownerId)))
    problems.push({ path: 'ownerId', message: 'This person does not belong to the workspace.' });
  if (problems.length > 0) throw badInput(problems);
  return statuses;
}

async function isMember(call: StoreCall, userId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from memberships
    where workspace_id = ${call.workspaceId} and user_id = ${userId}`.execute(call.tx);
  return rows.length > 0;
}
