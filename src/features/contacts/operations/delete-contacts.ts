// Deletes contacts and their conversations for good: one, or a selection.
import { sql } from 'kysely';
import { publishAll } from '#events/publish.ts';
import { selectedIds } from '#features/contacts/contact-filter.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { deleteContacts as remove } from '#features/contacts/contacts.store.ts';
import { leaveAllLists } from '#features/lists/lists.ts';
import { untagBeforeDelete } from '#features/tags/tags.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';
import { contactOf } from './get-contact.ts';

export const deleteContact: Handler<typeof contactsContract.delete> = async (call, { id }) => {
  await contactOf(call, id);
  await deleteAll(call, [id]);
  return done;
};

export const deleteContacts: Handler<typeof contactsContract.deleteMany> = async (call, { selection }) => ({
  affected: await deleteAll(call, await selectedIds(call, selection)),
});

async function deleteAll(call: Call, ids: readonly string[]): Promise<number> {
  // Memberships go first, all at once: left to the foreign keys, the counters would move once per contact.
  const contacts = sql`select unnest(${ids}::uuid[])`;
  await untagBeforeDelete(call, contacts);
  await leaveAllLists(call, contacts);
  const gone = await remove(call, ids);
  await publishAll(
    call,
    gone.map((id) => ({ name: 'contact.deleted' as const, subjectId: id, payload: {} })),
  );
  return gone.length;
}
