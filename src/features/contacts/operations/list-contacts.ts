// Lists and searches contacts, newest first or by name.

import type { ContactSort } from '#features/contacts/contact-filter.contract.ts';
import { matching } from '#features/contacts/contact-filter.ts';
import { type After, readContactPage } from '#features/contacts/contact-rows.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listContacts: Handler<typeof contactsContract.list> = async (call, input) => {
  const { limit, cursor, sort, ...filter } = input;
  const rows = await readContactPage(call, await matching(call, filter), {
    sort,
    limit: limit + 1,
    after: cursor === undefined ? undefined : placeOf(cursor, sort),
  });
  const page = toPage(rows, limit, (row) => [row.value, row.contact.id]);
  return { items: page.items.map((row) => row.contact), nextCursor: page.nextCursor };
};

function placeOf(cursor: string, sort: ContactSort): After {
  const [value, id] = decodeCursor(cursor, [sort === 'name' ? 'text' : 'instant', 'id']);
  return { value, id };
}
