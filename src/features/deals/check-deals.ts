// Refuses owners, contacts and reasons that are not there, and stages that do not fit.
import { sql } from 'kysely';
import { displayName, visibleTo } from '#features/contacts/contacts.ts';
import type { FieldError } from '#kit/errors.ts';
import type { DealRules } from './deal-rules.ts';
import type { DealCall, StageRow } from './deals.types.ts';

/** Who of these people belongs to the workspace. */
export async function membersAmong(call: DealCall, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select user_id as id from memberships
    where workspace_id = ${call.workspaceId} and user_id = any(${ids}::uuid[])`.execute(call.tx);
  return new Set(rows.map((row) => row.id));
}

type NameRow = Parameters<typeof displayName>[0] & { id: string };

/** Names by id of those of these contacts that the caller may see; they stay until the transaction ends. */
export async function contactsAmong(call: DealCall, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<NameRow>`
    select c.id, c.first_name, c.last_name, c.profile_name, c.username, c.phone, c.wa_user_id from contacts c
    where ${visibleTo(call)} and c.id = any(${ids}::uuid[]) order by c.id for key share`.execute(call.tx);
  return new Map(rows.map((row) => [row.id, displayName(row)]));
}

export type Place = { pipelineId?: string | undefined; stageId?: string | undefined };

/** The stage meant, or what is wrong: the one named, else the first of the pipeline named, else the first of all. */
export function stageMeant({ pipelineId, stageId }: Place, { stages }: DealRules): StageRow | FieldError {
  const stage = stages.find((one) =>
    stageId ? one.id === stageId : !pipelineId || one.pipelineId === pipelineId,
  );
  if (!stage)
    return stageId
      ? { path: 'stageId', message: 'There is no such stage.' }
      : { path: 'pipelineId', message: 'There is no such pipeline.' };
  if (pipelineId && stage.pipelineId !== pipelineId)
    return { path: 'stageId', message: 'This stage is of another pipeline.' };
  return stage;
}

/** `given` is the reason named by the caller, `before` the one that the deal has. */
export function reasonProblem(
  given: string | null | undefined,
  before: string | null,
  stage: StageRow,
  { reasons }: DealRules,
): FieldError | undefined {
  if (!given || given === before) return undefined;
  const path = 'lostReasonId';
  if (stage.kind !== 'lost') return { path, message: 'Only a lost deal has a reason why it was lost.' };
  if (!reasons.some((reason) => reason.id === given && !reason.isRetired))
    return { path, message: 'There is no such reason.' };
  return undefined;
}
