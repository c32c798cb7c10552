// Gives tags to a selection of contacts, and takes them.
import { sql } from 'kysely';
import { selectedIds } from '#features/contacts/contact-filter.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { tagContacts, untagContacts } from '#features/tags/tags.ts';
import type { Handler } from '#operations/handle.ts';

export const addTags: Handler<typeof contactsContract.addTags> = async (call, { selection, tagIds }) => {
  const contacts = sql`select unnest(${await selectedIds(call, selection)}::uuid[]) as id`;
  return { affected: (await tagContacts(call, tagIds, contacts)).length };
};

export const removeTags: Handler<typeof contactsContract.removeTags> = async (
  call,
  { selection, tagIds },
) => {
  const contacts = sql`select unnest(${await selectedIds(call, selection)}::uuid[])`;
  return { affected: (await untagContacts(call, tagIds, contacts)).length };
};
