// Who may see which conversation: without chats:all only those that are assigned to them.
import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';

declare const allowed: unique symbol;

export type ViewerCall = Pick<Call, 'tx' | 'workspaceId' | 'permissions' | 'userId'>;

/** A condition on `conversations c` that keeps what the caller may see; queries that show conversations demand one. */
export type VisibleThreads = RawBuilder<boolean> & { [allowed]: true };

export function visibleThreads(call: Pick<Call, 'workspaceId' | 'permissions' | 'userId'>): VisibleThreads {
  const condition = call.permissions.has('chats:all')
    ? sql<boolean>`c.workspace_id = ${call.workspaceId}`
    : sql<boolean>`(c.workspace_id = ${call.workspaceId} and exists (
        select from conversation_assignees a where a.workspace_id = c.workspace_id
          and a.conversation_id = c.id and a.user_id = ${call.userId}::uuid))`;
  return condition as VisibleThreads;
}

/** A conversation that the caller may see. */
export type VisibleThread = {
  id: string;
  numberId: string;
  contactId: string;
  unreadCount: number;
  windowClosesAt: Date | null;
  [allowed]: true;
};

/** Throws `not_found` for a conversation that is not there, and alike for one that the caller may not see. */
export async function visibleThread(call: ViewerCall, id: string): Promise<VisibleThread> {
  const { rows } = await sql<VisibleThread>`
    select c.id, c.number_id as "numberId", c.contact_id as "contactId", c.unread_count as "unreadCount",
      c.window_closes_at as "windowClosesAt"
    from conversations c where c.id = ${id} and ${visibleThreads(call)}`.execute(call.tx);
  if (!rows[0]) throw notFound('conversation');
  return rows[0];
}

/** Those of `ids` that are there and that the caller may see; the others are left out without a word. */
export async function visibleThreadIds(call: ViewerCall, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from conversations c where c.id = any(${ids}::uuid[]) and ${visibleThreads(call)} order by c.id
    for no key update`.execute(call.tx);
  return rows.map((row) => row.id);
}
