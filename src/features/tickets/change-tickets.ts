// Changes tickets: one or many alike, each with what changed, before and after.
import { sql } from 'kysely';
import { type NewEvent, publishAll } from '#events/publish.ts';
import { badInput, isUniqueViolation } from '#kit/errors.ts';
import { checkContent } from './check-content.ts';
import { tellByMail } from './jobs/tell-by-mail.job.ts';
import { referenceTaken } from './open-ticket.ts';
import { readWritten } from './read-tickets.ts';
import { readCategories } from './ticket-categories.store.ts';
import { insertEntries } from './ticket-entries.store.ts';
import type { CHANGED_FIELDS, TicketChange } from './ticket-shapes.contract.ts';
import { type LockedTicket, lockTickets, updateTickets } from './tickets.store.ts';
import type { Changes, Status, TicketCall } from './tickets.types.ts';

type Field = (typeof CHANGED_FIELDS)[number];
type Moved = { before: LockedTicket; after: LockedTicket; changes: TicketChange[] };

const KEYS: Record<Field, keyof Changes> = {
  title: 'title',
  description: 'description',
  priority: 'priority',
  status: 'status',
  category: 'categoryId',
  owner: 'ownerId',
  reference: 'reference',
};

/**
 * Changes the tickets, which the caller must have been shown to see, and answers the ids of those that are different
 * now. What is left out stays. Throws `bad_input` for a status, category or owner that is not there, `reference_taken`.
 */
export async function changeTickets(
  call: TicketCall,
  ids: readonly string[],
  changes: Changes,
): Promise<string[]> {
  const statuses = await checkContent(call, changes);
  const before = await lockTickets(call, ids);
  const names = await namesOf(call, before, changes, statuses);
  const moved = before
    .map((ticket) => move(call, ticket, changes, statuses, names))
    .filter(({ changes: made }) => made.length > 0);
  if (moved.length === 0) return [];
  await write(call, moved);
  await insertEntries(
    call,
    moved.map(({ before: { id }, changes: made }) => ({ ticketId: id, kind: 'changed', changes: made })),
  );
  await tell(call, moved);
  await tellByMail(call);
  return moved.map(({ before: { id } }) => id);
}

async function write(call: TicketCall, moved: readonly Moved[]): Promise<void> {
  const rows = moved.map(({ after }) => after);
  try {
    await updateTickets(call, rows);
  } catch (error) {
    if (isUniqueViolation(error, 'tickets_reference')) throw referenceTaken(rows[0]!.reference);
    throw error;
  }
}

/** Closed and open follow the status; closing again does not move the moment of closing. */
function move(
  call: TicketCall,
  before: LockedTicket,
  changes: Changes,
  statuses: ReadonlyMap<string, Status>,
  names: Names,
): Moved {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const after: LockedTicket = { ...before, ...given };
  const closed = statuses.get(after.status)?.macroState === 'closed';
  after.closedAt = closed ? (before.closedAt ?? call.now) : null;
  const made = (Object.keys(KEYS) as Field[]).flatMap((field): TicketChange[] => {
    const [from, to] = [before[KEYS[field]], after[KEYS[field]]];
    if (from === to) return [];
    return [{ field, from: side(from, names[field]), to: side(to, names[field]) }];
  });
  return { before, after, changes: made };
}

type Names = Partial<Record<Field, ReadonlyMap<string, string>>>;

function side(value: string | null, names: ReadonlyMap<string, string> | undefined): TicketChange['from'] {
  return value === null || value === '' ? null : { value, name: names?.get(value) ?? value };
}

async function namesOf(
  call: TicketCall,
  before: readonly LockedTicket[],
  { categoryId, ownerId }: Changes,
  statuses: ReadonlyMap<string, Status>,
): Promise<Names> {
  const ids = (key: 'categoryId' | 'ownerId', given: string | null | undefined) =>
    given === undefined
      ? []
      : [...new Set([given, ...before.map((ticket) => ticket[key])])].filter((id) => id !== null);
  const categories = await readCategories(call, ids('categoryId', categoryId));
  const { rows: people } = await sql<{ id: string; name: string }>`
    select id, name from users where id = any(${ids('ownerId', ownerId)}::uuid[])`.execute(call.tx);
  return {
    status: new Map([...statuses].map(([code, { name }]) => [code, name])),
    category: new Map(categories.map(({ id, name }) => [id, name])),
    owner: new Map(people.map(({ id, name }) => [id, name])),
  };
}

async function tell(call: TicketCall, moved: readonly Moved[]): Promise<void> {
  const written = await readWritten(
    call,
    moved.map(({ before }) => before.id),
  );
  await publishAll(
    call,
    moved.flatMap(({ before, after, changes }): NewEvent[] => {
      const { facts: ticket } = written.get(before.id)!;
      const subjectId = before.id;
      const events: NewEvent[] = [{ name: 'ticket.updated', subjectId, payload: { ticket, changes } }];
      if (!before.closedAt && after.closedAt) {
        const seconds = (after.closedAt.getTime() - before.createdAt.getTime()) / 1000;
        events.push({ name: 'ticket.closed', subjectId, payload: { ticket, seconds } });
      }
      if (before.closedAt && !after.closedAt)
        events.push({ name: 'ticket.reopened', subjectId, payload: { ticket } });
      return events;
    }),
  );
}

/** Refuses a request that changes nothing because it names nothing. */
export function requireSomething(changes: Changes): void {
  if (Object.values(changes).every((value) => value === undefined))
    throw badInput([{ path: 'status', message: 'Say what shall change.' }]);
}
