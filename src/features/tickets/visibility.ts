// Who may see which ticket: without chats:all only those that they own or whose chat is assigned to them.
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '#operations/call.ts';

declare const allowed: unique symbol;

/** A condition on `tickets t` that keeps what the caller may see; queries that show tickets demand one. */
export type VisibleTickets = RawBuilder<boolean> & { [allowed]: true };

type Viewer = Pick<Call, 'workspaceId' | 'permissions' | 'userId'>;

export function visibleTickets(call: Viewer): VisibleTickets {
  if (call.permissions.has('chats:all')) return everyTicket(call);
  // Gathered from the person's side: they have few tickets, the workspace may have a million.
  return sql<boolean>`(t.workspace_id = ${call.workspaceId} and t.id in (
    select o.id from tickets o where o.workspace_id = ${call.workspaceId} and o.owner_id = ${call.userId}::uuid
    union all
    select o.id from conversation_assignees a
    join conversations v on v.workspace_id = a.workspace_id and v.id = a.conversation_id
    join tickets o on o.workspace_id = v.workspace_id and o.contact_id = v.contact_id
      and (o.conversation_id is null or o.conversation_id = v.id)
    where a.workspace_id = ${call.workspaceId} and a.user_id = ${call.userId}::uuid))` as VisibleTickets;
}

/** For the product itself: what it does at somebody's word it may look at, whoever they are. */
export function everyTicket(call: Pick<Call, 'workspaceId'>): VisibleTickets {
  return sql<boolean>`t.workspace_id = ${call.workspaceId}` as VisibleTickets;
}

/**
 * The same asked of one ticket, for any of several people: whether `t` is theirs, or of a chat assigned to them. A
 * ticket without a chat of its own belongs to the chats with its contact.
 */
export function concerns(userId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(t.owner_id = ${userId} or exists (
    select from conversation_assignees a
    join conversations v on v.workspace_id = a.workspace_id and v.id = a.conversation_id
    where a.workspace_id = t.workspace_id and a.user_id = ${userId} and v.contact_id = t.contact_id
      and (t.conversation_id is null or v.id = t.conversation_id)))`;
}
