// Deletes contacts with everything of theirs for good: one, or a selection. What hangs on them goes in the background.
import { sql } from 'kysely';
import { publishAll } from '#events/publish.ts';
import { selectedIds } from '#features/contacts/contact-filter.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { beginErasing, erasingProgress } from '#features/contacts/contacts-erase.store.ts';
import { countErased, type ErasedCounts, hideErased } from '#features/contacts/erase-contacts.ts';
import { eraseContactsJob } from '#features/contacts/jobs/erase-contacts.job.ts';
import { leaveAllLists } from '#features/lists/lists.ts';
import { audit } from '#features/people/people.ts';
import { untagBeforeDelete } from '#features/tags/tags.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';
import { contactOf } from './get-contact.ts';

export const previewDeletion: Handler<typeof contactsContract.deletion> = async (call, { id }) => {
  await contactOf(call, id);
  return { counts: await countErased(call, [id]) };
};

export const previewDeletionOfMany: Handler<typeof contactsContract.deletionOfMany> = async (
  call,
  { selection },
) => {
  const ids = await selectedIds(call, selection);
  return { contacts: ids.length, counts: await countErased(call, ids) };
};

export const readErasing: Handler<typeof contactsContract.erasing> = (call) => erasingProgress(call);

export const deleteContact: Handler<typeof contactsContract.delete> = async (call, { id }) => {
  await contactOf(call, id);
  await deleteAll(call, [id], await countErased(call, [id]));
  return done;
};

export const deleteContacts: Handler<typeof contactsContract.deleteMany> = async (call, { selection }) => ({
  affected: await deleteAll(call, await selectedIds(call, selection), {}),
});

async function deleteAll(call: Call, ids: readonly string[], counts: ErasedCounts): Promise<number> {
  // Memberships go first, all at once: left to the foreign keys, the counters would move once per contact.
  const contacts = sql`select unnest(${ids}::uuid[])`;
  await untagBeforeDelete(call, contacts);
  await leaveAllLists(call, contacts);
  const gone = await beginErasing(call, ids, counts);
  if (gone.length === 0) return 0;
  await hideErased(call, gone);
  await publishAll(
    call,
    gone.map((id) => ({ name: 'contact.deleted' as const, subjectId: id, payload: {} })),
  );
  await audit.record(call, {
    action: 'contact.deleted',
    subjectType: 'contact',
    subjectId: gone.length === 1 ? gone[0]! : null,
    details: { count: gone.length },
  });
  const { workspaceId } = call;
  await enqueue(
    call.tx,
    eraseContactsJob,
    { workspaceId },
    { key: `erase:${workspaceId}`, queue: `erase:${workspaceId}` },
  );
  return gone.length;
}
