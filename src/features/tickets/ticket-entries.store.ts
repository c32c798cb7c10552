// The SQL on what happened to tickets: openings, changes, notes, and which of them nobody was told of yet.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Actor, Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { TicketChange, TicketEntry } from './ticket-shapes.contract.ts';
import type { StoreCall } from './tickets.types.ts';

export type NewEntry = {
  ticketId: string;
  kind: TicketEntry['kind'];
  changes?: readonly TicketChange[];
  note?: string;
};

/** Openings and changes wait to be told by mail; answers the ids. */
export async function insertEntries(
  call: StoreCall & Pick<Call, 'actor'>,
  entries: readonly NewEntry[],
): Promise<string[]> {
  const ids = entries.map(() => newId());
  await sql`
    insert into ticket_entries (workspace_id, id, ticket_id, kind, changes, note, actor, at, untold)
    select ${call.workspaceId}, e.id, e.ticket_id, e.kind, e.changes, e.note, ${JSON.stringify(call.actor)}::jsonb,
      ${call.now}, e.kind <> 'noted'
    from unnest(${ids}::uuid[], ${entries.map((e) => e.ticketId)}::uuid[], ${entries.map((e) => e.kind)}::text[],
      ${entries.map((e) => JSON.stringify(e.changes ?? []))}::jsonb[], ${entries.map((e) => e.note ?? null)}::text[])
      e(id, ticket_id, kind, changes, note)`.execute(call.tx);
  return ids;
}

type EntryRow = Omit<TicketEntry, 'at'> & { at: Date; place: string };

/** What happened to one ticket, latest first, with the place of each in the list. */
export async function readEntries(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ticketId: string,
  limit: number,
  before?: { at: string; id: string },
): Promise<(TicketEntry & { place: string })[]> {
  const earlier = before ? sql`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``;
  const { rows } = await sql<EntryRow>`
    select id, kind, changes, note, jsonb_build_object('kind', actor ->> 'kind', 'name', actor ->> 'name') as actor,
      at, at::text as place
    from ticket_entries where workspace_id = ${call.workspaceId} and ticket_id = ${ticketId} ${earlier}
    order by at desc, id desc limit ${limit}`.execute(call.tx);
  return rows.map((row) => ({ ...row, at: iso(row.at) }));
}

export type UntoldEntry = {
  ticketId: string;
  kind: 'opened' | 'changed';
  changes: TicketChange[];
  actor: Actor;
};

/** Takes up to `most` entries of which nobody was told yet, oldest first; they count as told when the transaction commits. */
export async function takeUntold(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  most: number,
): Promise<UntoldEntry[]> {
  const { rows } = await sql<UntoldEntry & { id: string }>`
    with taken as (
      select id from ticket_entries where workspace_id = ${call.workspaceId} and untold
      order by id limit ${most} for update skip locked)
    update ticket_entries e set untold = false from taken
    where e.workspace_id = ${call.workspaceId} and e.id = taken.id
    returning e.id, e.ticket_id as "ticketId", e.kind, e.changes, e.actor`.execute(call.tx);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
