// Gathers what deciding needs of the people who may answer chats: hours, presence, open conversations, turns.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import { ROLE_PERMISSIONS, ROLES } from '#operations/permissions.ts';
import { readTurns } from './assignment-rules.store.ts';
import type { Colleague } from './decide.ts';
import { readHours } from './hours.store.ts';
import { isAtWork } from './hours.ts';
import { readSeen } from './presence.store.ts';
import { presenceOf } from './presence.ts';

type GatherCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
export type NamedColleague = Colleague & { name: string; turns: Map<string, number> };

const ANSWERING = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('chats:write'));

/** By name. */
export async function gatherColleagues(call: GatherCall): Promise<NamedColleague[]> {
  const { rows } = await sql<{ userId: string; name: string; open: number }>`
    select m.user_id as "userId", u.name, (
      select count(*)::int from conversation_assignees a
      join conversations c on c.workspace_id = a.workspace_id and c.id = a.conversation_id
      where a.workspace_id = m.workspace_id and a.user_id = m.user_id and c.state = 'open'
        and c.snoozed_until is null and c.in_inbox) as open
    from memberships m join users u on u.id = m.user_id
    where m.workspace_id = ${call.workspaceId} and m.role = any(${ANSWERING}::text[])
    order by u.name, m.user_id`.execute(call.tx);
  const [seen, turns, kept] = [await readSeen(call), await readTurns(call), await readHours(call)];
  return rows.map((row) => {
    const own = kept.people.get(row.userId);
    return {
      ...row,
      isAtWork: isAtWork(own?.hours ?? kept.hours, own?.timeZone ?? kept.timeZone, call.now),
      state: presenceOf(seen.get(row.userId), call.now),
      turns: turns.get(row.userId) ?? new Map(),
    };
  });
}
