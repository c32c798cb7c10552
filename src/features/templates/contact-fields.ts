// A contact's values by field code, as templates ask for them; only of contacts that the caller may see.
import { sql } from 'kysely';
import { placeholderValues, readContacts, visibleTo } from '#features/contacts/contacts.ts';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';

/** Throws `not_found` also for a contact that is none of the caller's business. */
export async function fieldsOfContact(call: Call, contactId: string): Promise<Record<string, string>> {
  const seen = await sql`select from contacts c
    where c.workspace_id = ${call.workspaceId} and c.id = ${contactId} and ${visibleTo(call)}`.execute(
    call.tx,
  );
  const contact = (await readContacts(call, [contactId])).get(contactId);
  if (seen.rows.length === 0 || !contact) throw notFound('contact');
  const { name } = await call.tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return placeholderValues(contact, name);
}
