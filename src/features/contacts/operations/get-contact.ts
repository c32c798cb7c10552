// Gets one contact that the caller may see.
import { visibleTo } from '#features/contacts/contact-filter.ts';
import { readContactsById } from '#features/contacts/contact-rows.ts';
import type { Contact, contactsContract } from '#features/contacts/contacts.contract.ts';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const getContact: Handler<typeof contactsContract.get> = (call, { id }) => contactOf(call, id);

/** The contact, or `not_found` when there is none or the caller may not see it. */
export async function contactOf(call: Call, id: string): Promise<Contact> {
  const [contact] = await readContactsById(call, [id], visibleTo(call));
  if (!contact) throw notFound('contact');
  return contact;
}
