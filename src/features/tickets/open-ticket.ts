// Opens a ticket: for a person, the API, or an automation.
import type { z } from 'zod';
import { publishAll } from '#events/publish.ts';
import { conflict } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import { checkContent } from './check-content.ts';
import { tellByMail } from './jobs/tell-by-mail.job.ts';
import { readWritten } from './read-tickets.ts';
import { contactOfTicket } from './ticket-contact.ts';
import { insertEntries } from './ticket-entries.store.ts';
import type { Ticket } from './ticket-shapes.contract.ts';
import type { NewTicket } from './tickets.contract.ts';
import { insertTicket, type NewRow, nextReference } from './tickets.store.ts';
import type { TicketCall } from './tickets.types.ts';

export type TicketInput = z.output<typeof NewTicket>;

/**
 * Throws `bad_input` for a status, category, owner or phone that cannot be, `not_found` for a contact that the caller
 * may not see, `reference_taken`. A caller without `chats:all` becomes the owner unless another is named, because
 * nobody shall lose sight of what they open.
 */
export async function openTicket(call: TicketCall, input: TicketInput): Promise<Ticket> {
  const { title, description, priority, categoryId = null, reference } = input;
  const ownerId =
    input.ownerId === undefined && !call.permissions.has('chats:all') ? call.userId : input.ownerId;
  const statuses = await checkContent(call, { status: input.status, categoryId, ownerId: ownerId ?? null });
  const whose = await contactOfTicket(call, input);
  const status = statuses.get(input.status ?? '') ?? [...statuses.values()].find((one) => one.isDefault)!;
  const row = {
    id: newId(),
    title,
    description,
    priority,
    status: status.code,
    categoryId,
    ownerId: ownerId ?? null,
    ...whose,
    openedBy: call.actor,
    closedAt: status.macroState === 'closed' ? call.now : null,
  };
  await insert(call, row, reference);
  await insertEntries(call, [{ ticketId: row.id, kind: 'opened' }]);
  const { ticket, facts } = (await readWritten(call, [row.id])).get(row.id)!;
  await publishAll(call, [
    { name: 'ticket.created', subjectId: row.id, payload: { ticket: facts } },
    ...(ticket.closedAt
      ? [{ name: 'ticket.closed' as const, subjectId: row.id, payload: { ticket: facts, seconds: 0 } }]
      : []),
  ]);
  await tellByMail(call);
  return ticket;
}

async function insert(call: TicketCall, row: Omit<NewRow, 'reference'>, wanted: string | undefined) {
  if (wanted !== undefined) {
    if (!(await insertTicket(call, { ...row, reference: wanted }))) throw referenceTaken(wanted);
    return;
  }
  // Somebody may have given the next reference by hand.
  while (!(await insertTicket(call, { ...row, reference: await nextReference(call) })));
}

export function referenceTaken(reference: string) {
  return conflict(
    'reference_taken',
    `There is a ticket with the reference ${reference} already. Change that ticket, or choose another reference.`,
    { reference },
  );
}
