// Gives conversations that nobody looks after to people, by the rules of the workspace.
import { sql } from 'kysely';
import {
  lockUnassigned,
  setAssigneesOfMany,
  tellAssigned,
  type WaitingThread,
} from '#features/threads/threads.ts';
import { groupBy } from '#kit/group-by.ts';
import type { Call } from '#operations/call.ts';
import type { AssignmentRule } from './assignment.contract.ts';
import { noteTurns, readRules, rulesSince } from './assignment-rules.store.ts';
import { gatherColleagues, type NamedColleague } from './colleagues.ts';
import { type Asked, decide } from './decide.ts';

type GiveCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
export type Place = { at: Date; id: string };
type Given = { thread: WaitingThread; rule: AssignmentRule; userId: string };

/**
 * Those of `ids`, or `limit` of those that wait, from `after` on; answers the place of the last one looked at. What
 * nobody may take stays as it is. The settings' row is held meanwhile: whoever decides next knows of these.
 */
export async function giveAway(
  call: GiveCall,
  which: { ids: readonly string[] } | { after: Place | null; limit: number },
): Promise<{ last: Place | null; looked: number; given: number }> {
  const nothing = { last: null, looked: 0, given: 0 };
  const since = await rulesSince(call, { lock: true });
  const rules = since === null ? [] : await readRules(call);
  if (since === null || rules.length === 0) return nothing;
  const threads = await lockUnassigned(call, since, which);
  const last = threads.at(-1);
  if (!last) return nothing;
  const given = distribute(
    rules,
    await gatherColleagues(call),
    threads,
    await readAsked(call, threads),
    call.now,
  );
  await hand(call, given);
  return { last: { at: last.waitingSince, id: last.id }, looked: threads.length, given: given.length };
}

/** One after the other: each decision counts for the next. */
function distribute(
  rules: readonly AssignmentRule[],
  colleagues: readonly NamedColleague[],
  threads: readonly WaitingThread[],
  asked: ReadonlyMap<string, Asked>,
  now: Date,
): (Given & { at: Date })[] {
  return threads.flatMap((thread, i) => {
    const verdict = decide(rules, colleagues, asked.get(thread.id)!);
    const chosen = colleagues.find(({ userId }) => userId === verdict.userId);
    const rule = rules.find(({ id }) => id === verdict.ruleId);
    if (!chosen || !rule) return [];
    chosen.open += 1;
    const at = new Date(now.getTime() + i);
    chosen.turns.set(rule.id, at.getTime());
    return [{ thread, rule, userId: chosen.userId, at }];
  });
}

async function hand(call: GiveCall, given: readonly (Given & { at: Date })[]): Promise<void> {
  for (const alike of groupBy(given, ({ rule, userId }) => `${rule.id} ${userId}`).values()) {
    const { rule, userId } = alike[0]!;
    const actor = { kind: 'automation' as const, id: rule.id, name: rule.name };
    const ids = alike.map(({ thread }) => thread.id);
    await tellAssigned({ ...call, actor }, await setAssigneesOfMany(call, ids, [userId]), [userId]);
  }
  await noteTurns(
    call,
    given.map(({ rule, userId, at }) => ({ ruleId: rule.id, userId, at })),
  );
}

type AskedRow = { id: string; tagIds: string[]; language: string | null; lastUserId: string | null };

/** Who answered last is looked for in the latest hundred messages. */
async function readAsked(call: GiveCall, threads: readonly WaitingThread[]): Promise<Map<string, Asked>> {
  const numbers = new Map(threads.map(({ id, numberId }) => [id, numberId]));
  const { rows } = await sql<AskedRow>`
    select c.id, k.language,
      array(select t.tag_id from contact_tags t where t.workspace_id = c.workspace_id and t.contact_id = c.contact_id)
        as "tagIds",
      (select l.author ->> 'id' from (
        select m.at, m.id, m.direction, m.author from messages m
        where m.workspace_id = c.workspace_id and m.conversation_id = c.id order by m.at desc, m.id desc limit 100
      ) l where l.direction = 'out' and l.author ->> 'kind' = 'person' order by l.at desc, l.id desc limit 1)
        as "lastUserId"
    from conversations c join contacts k on k.workspace_id = c.workspace_id and k.id = c.contact_id
    where c.workspace_id = ${call.workspaceId} and c.id = any(${[...numbers.keys()]}::uuid[])`.execute(
    call.tx,
  );
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, numberId: numbers.get(id)! }]));
}
