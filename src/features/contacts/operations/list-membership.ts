// Puts a selection of contacts into lists, and takes them out.
import { sql } from 'kysely';
import { selectedIds } from '#features/contacts/contact-filter.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { addToLists as add, removeFromLists as remove } from '#features/lists/lists.ts';
import type { Handler } from '#operations/handle.ts';

export const addToLists: Handler<typeof contactsContract.addToLists> = async (
  call,
  { selection, listIds },
) => {
  const ids = await selectedIds(call, selection);
  const contacts = sql`select id from contacts
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[]) and blocked_at is null`;
  return { affected: (await add(call, listIds, contacts)).length };
};

export const removeFromLists: Handler<typeof contactsContract.removeFromLists> = async (
  call,
  { selection, listIds },
) => {
  const contacts = sql`select unnest(${await selectedIds(call, selection)}::uuid[])`;
  return { affected: (await remove(call, listIds, contacts)).length };
};
