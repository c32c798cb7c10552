// The SQL on the guardian's settings, on what owners declared of numbers, and on the reasons given.
import { sql } from 'kysely';
import type { Actor, Call } from '#operations/call.ts';
import type { RuleSettings } from './plan-parameters.ts';
import type { Level, Numbers, RuleId } from './rules/rule.ts';

export type GuardianCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;
type ReadingCall = Pick<Call, 'tx' | 'workspaceId'>;

export type SettingRow = {
  rule: RuleId;
  parameters: RuleSettings[RuleId];
  changedAt: Date;
  changedBy: Actor;
};

export async function readSettings(call: ReadingCall): Promise<SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select rule, parameters, updated_at as "changedAt", updated_by as "changedBy" from guardian_settings
    where workspace_id = ${call.workspaceId}`.execute(call.tx);
  return rows;
}

/** What the workspace changed, by rule. */
export async function ruleSettings(call: ReadingCall): Promise<RuleSettings> {
  return Object.fromEntries((await readSettings(call)).map((row) => [row.rule, row.parameters]));
}

export async function writeSetting(
  call: GuardianCall,
  rule: RuleId,
  parameters: Record<string, unknown>,
): Promise<void> {
  await sql`
    insert into guardian_settings (workspace_id, rule, parameters, updated_at, updated_by)
    values (${call.workspaceId}, ${rule}, ${JSON.stringify(parameters)}::jsonb, ${call.now},
      ${JSON.stringify(call.actor)}::jsonb)
    on conflict (workspace_id, rule) do update set parameters = excluded.parameters,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(call.tx);
}

export type ProvenRow = { reason: string; by: Actor; at: Date };

/** What the owner vouched for, by number. */
export async function readProven(call: ReadingCall): Promise<Map<string, ProvenRow>> {
  const { rows } = await sql<ProvenRow & { id: string }>`
    select number_id as id, reason, declared_by as by, declared_at as at from guardian_proven_numbers
    where workspace_id = ${call.workspaceId}`.execute(call.tx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Null takes back what was declared. */
export async function writeProven(
  call: GuardianCall,
  numberId: string,
  reason: string | null,
): Promise<void> {
  if (reason === null) {
    await sql`delete from guardian_proven_numbers where workspace_id = ${call.workspaceId} and number_id = ${numberId}`.execute(
      call.tx,
    );
    return;
  }
  await sql`
    insert into guardian_proven_numbers (workspace_id, number_id, declared_at, declared_by, reason)
    values (${call.workspaceId}, ${numberId}, ${call.now}, ${JSON.stringify(call.actor)}::jsonb, ${reason})
    on conflict (workspace_id, number_id) do update set declared_at = excluded.declared_at,
      declared_by = excluded.declared_by, reason = excluded.reason`.execute(call.tx);
}

export type AnswerRow = {
  rule: RuleId;
  says: string;
  level: Level;
  measure: number;
  numbers: Numbers;
  reason: string;
  actor: Actor;
  at: Date;
};

export async function readAnswers(call: ReadingCall, campaignId: string): Promise<Map<RuleId, AnswerRow>> {
  const { rows } = await sql<AnswerRow>`
    select rule, says, level, measure, numbers, reason, actor, at from guardian_answers
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}`.execute(call.tx);
  return new Map(rows.map((row) => [row.rule, row]));
}

export async function writeAnswer(
  call: GuardianCall,
  campaignId: string,
  answer: Omit<AnswerRow, 'actor' | 'at'>,
): Promise<void> {
  const { rule, says, level, measure, numbers, reason } = answer;
  await sql`
    insert into guardian_answers (workspace_id, campaign_id, rule, says, level, measure, numbers, reason, actor, at)
    values (${call.workspaceId}, ${campaignId}, ${rule}, ${says}, ${level}, ${measure},
      ${JSON.stringify(numbers)}::jsonb, ${reason}, ${JSON.stringify(call.actor)}::jsonb, ${call.now})
    on conflict (workspace_id, campaign_id, rule) do update set says = excluded.says, level = excluded.level,
      measure = excluded.measure, numbers = excluded.numbers, reason = excluded.reason, actor = excluded.actor,
      at = excluded.at`.execute(call.tx);
}
