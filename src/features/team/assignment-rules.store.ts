// The SQL on assignment rules, whether they are on, and whose turn it was.
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { Call } from '#operations/call.ts';
import type { AssignmentRule } from './assignment.contract.ts';

type RulesCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export async function readRules({ tx, workspaceId }: Omit<RulesCall, 'now'>): Promise<AssignmentRule[]> {
  const rows = await tx
    .selectFrom('assignment_rules')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .execute();
  return rows.map((row) => {
    const { numberIds = [], tagIds = [], languages = [] } = row.conditions as Partial<AssignmentRule>;
    return {
      ...{ id: row.id, name: row.name, way: row.way as AssignmentRule['way'], numberIds, tagIds, languages },
      ...{ userIds: row.user_ids, inHours: row.in_hours, ifOnline: row.if_online, mostOpen: row.most_open },
    };
  });
}

/** Makes these the rules; what was known of those that stay, such as whose turn it is, stays too. */
export async function replaceRules(call: RulesCall, rules: readonly AssignmentRule[]): Promise<void> {
  const { tx, workspaceId: workspace_id, now } = call;
  await sql`delete from assignment_rules where workspace_id = ${workspace_id}
    and id <> all(${rules.map(({ id }) => id)}::uuid[])`.execute(tx);
  for (const [position, rule] of rules.entries()) {
    const { numberIds, tagIds, languages } = rule;
    const row = {
      ...{ position, name: rule.name, way: rule.way, user_ids: rule.userIds, in_hours: rule.inHours },
      ...{ if_online: rule.ifOnline, most_open: rule.mostOpen },
      conditions: JSON.stringify({ numberIds, tagIds, languages }),
    };
    await tx
      .insertInto('assignment_rules')
      .values({ workspace_id, id: rule.id, created_at: now, ...row })
      .onConflict((known) => known.columns(['workspace_id', 'id']).doUpdateSet(row))
      .execute();
  }
}

/** Since when rules give conversations away; null: they are off. `lock`: nobody else decides until the transaction ends. */
export async function rulesSince(
  { tx, workspaceId }: Omit<RulesCall, 'now'>,
  { lock = false } = {},
): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select rules_since as since from team_settings where workspace_id = ${workspaceId}
    ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0]?.since ?? null;
}

export async function switchRules(call: RulesCall, areOn: boolean): Promise<void> {
  await sql`
    insert into team_settings as s (workspace_id, rules_since)
    values (${call.workspaceId}, ${areOn ? call.now : null}::timestamptz)
    on conflict (workspace_id) do update
      set rules_since = case when ${areOn} then coalesce(s.rules_since, excluded.rules_since) end`.execute(
    call.tx,
  );
}

/** Of `workspaceIds`, or of all, those whose rules are on. */
export async function workspacesWithRules(
  tx: Parameters<Parameters<Database['asSystem']>[0]>[0],
  workspaceIds?: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select workspace_id as id from team_settings where rules_since is not null
      ${workspaceIds ? sql`and workspace_id = any(${workspaceIds}::uuid[])` : sql``}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** By person and rule: when they last got a conversation by it, in milliseconds. */
export async function readTurns({
  tx,
  workspaceId,
}: Omit<RulesCall, 'now'>): Promise<Map<string, Map<string, number>>> {
  const rows = await tx
    .selectFrom('assignment_turns')
    .select(['rule_id', 'user_id', 'at'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const turns = new Map<string, Map<string, number>>();
  for (const { rule_id, user_id, at } of rows) {
    const own = turns.get(user_id) ?? new Map<string, number>();
    turns.set(user_id, own.set(rule_id, at.getTime()));
  }
  return turns;
}

export async function noteTurns(
  { tx, workspaceId }: Omit<RulesCall, 'now'>,
  turns: readonly { ruleId: string; userId: string; at: Date }[],
): Promise<void> {
  await sql`
    insert into assignment_turns (workspace_id, rule_id, user_id, at)
    select ${workspaceId}, t.rule_id, t.user_id, max(t.at)
    from unnest(${turns.map((t) => t.ruleId)}::uuid[], ${turns.map((t) => t.userId)}::uuid[],
      ${turns.map((t) => t.at)}::timestamptz[]) t(rule_id, user_id, at) group by t.rule_id, t.user_id
    on conflict (workspace_id, rule_id, user_id) do update set at = excluded.at`.execute(tx);
}
