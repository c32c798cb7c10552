// Reads what the rules of hearing need: the people of the workspace, who looks after which conversation, who looks now.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import { ROLE_PERMISSIONS, type Role } from '#operations/permissions.ts';
import { PRESENT_MS } from './attention.store.ts';
import { type Facts, type Happening, lookingKey } from './hearing/hearing.ts';

export type FactsCall = { tx: Tx; workspaceId: string; now: Date };

export async function readFacts(call: FactsCall, happenings: readonly Happening[]): Promise<Facts> {
  const conversationIds = [...new Set(happenings.flatMap(conversationOf))];
  const [members, assignees, looking] = [
    await readMembers(call),
    await readAssignees(call, conversationIds),
    await readLooking(call),
  ];
  return { members, assignees, looking };
}

function conversationOf({ name, subjectId, payload }: Happening): string[] {
  const { conversationId } = payload as { conversationId?: string };
  const id = conversationId ?? (name.startsWith('conversation.') ? subjectId : null);
  return id ? [id] : [];
}

async function readMembers({ tx, workspaceId }: FactsCall): Promise<Facts['members']> {
  const rows = await tx
    .selectFrom('memberships')
    .select(['user_id', 'role'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return rows.map(({ user_id, role }) => ({
    userId: user_id,
    permissions: new Set(ROLE_PERMISSIONS[role as Role]),
  }));
}

/** An entry for every conversation that is still there. */
async function readAssignees(
  { tx, workspaceId }: FactsCall,
  ids: readonly string[],
): Promise<Facts['assignees']> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; userIds: string[] }>`
    select c.id, array(select a.user_id from conversation_assignees a
      where a.workspace_id = c.workspace_id and a.conversation_id = c.id) as "userIds"
    from conversations c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, userIds }) => [id, userIds]));
}

async function readLooking({ tx, workspaceId, now }: FactsCall): Promise<Facts['looking']> {
  const { rows } = await sql<{ userId: string; conversationId: string }>`
    select user_id as "userId", conversation_id as "conversationId" from attention
    where workspace_id = ${workspaceId} and focused and conversation_id is not null
      and at > ${new Date(now.getTime() - PRESENT_MS)}`.execute(tx);
  return new Set(rows.map(({ userId, conversationId }) => lookingKey(userId, conversationId)));
}
