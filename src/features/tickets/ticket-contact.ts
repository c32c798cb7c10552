// Whose ticket it is: the contact and the chat, from whichever of id, phone or conversation was given.
import { sql } from 'kysely';
import { publish } from '#events/publish.ts';
import { readPhone, setMaker, upsertContacts, visibleTo } from '#features/contacts/contacts.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { badInput, notFound } from '#kit/errors.ts';
import type { TicketCall } from './tickets.types.ts';

export type ContactInput = {
  contactId?: string | undefined;
  contactPhone?: string | undefined;
  conversationId?: string | undefined;
};

/** Throws `not_found` for what the caller may not see, `bad_input` when the things given do not belong together. */
export async function contactOfTicket(
  call: TicketCall,
  input: ContactInput,
): Promise<{ contactId: string; conversationId: string | null }> {
  const thread = input.conversationId ? await visibleThread(call, input.conversationId) : undefined;
  const contactId = input.contactId
    ? await seenContact(call, input.contactId)
    : (thread?.contactId ?? (await contactOfPhone(call, input.contactPhone ?? '')));
  if (thread && thread.contactId !== contactId)
    throw badInput([{ path: 'conversationId', message: 'This conversation is with somebody else.' }]);
  return { contactId, conversationId: thread?.id ?? (await latestChat(call, contactId)) };
}

async function seenContact(call: TicketCall, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select c.id from contacts c where ${visibleTo(call)} and c.id = ${id}`.execute(call.tx);
  if (!rows[0]) throw notFound('contact');
  return rows[0].id;
}

/** Who has the number; made a contact when nobody does and the caller may make contacts. */
async function contactOfPhone(call: TicketCall, written: string): Promise<string> {
  const { country } = await call.tx
    .selectFrom('workspaces')
    .select('country')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  const read = readPhone(written, country);
  if ('problem' in read) throw badInput([{ path: 'contactPhone', message: read.problem }]);
  const known = await call.tx
    .selectFrom('contacts')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('phone', '=', read.phone)
    .executeTakeFirst();
  if (known) return seenContact(call, known.id);
  if (!call.permissions.has('contacts:write')) throw notFound('contact');
  const source = { person: 'manual', api_key: 'api', automation: 'automation', system: 'system' }[
    call.actor.kind
  ];
  const { ids, outcomes } = await upsertContacts(call, [{ phone: read.phone, fields: {} }], {
    existing: 'skip',
    source,
    consentSource: source,
    resubscribe: false,
  });
  const id = ids[0]!;
  // Another spelling of the number may belong to somebody whom the caller may not see.
  if (outcomes[0] !== 'created') return seenContact(call, id);
  await setMaker(call, [id]);
  await publish(call, 'contact.created', id, { source });
  return id;
}

async function latestChat(call: TicketCall, contactId: string): Promise<string | null> {
  const row = await call.tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('contact_id', '=', contactId)
    .orderBy('last_message_at', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
