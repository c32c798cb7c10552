// Blocks contacts (nothing is sent to them any more, they leave their lists) and unblocks them.
import { sql } from 'kysely';
import { publishAll } from '#events/publish.ts';
import { selectedIds } from '#features/contacts/contact-filter.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { setBlocked } from '#features/contacts/contacts.store.ts';
import { leaveAllLists } from '#features/lists/lists.ts';
import { audit } from '#features/people/people.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const blockContacts: Handler<typeof contactsContract.block> = async (call, { selection }) => {
  const contacts = sql`select unnest(${await selectedIds(call, selection)}::uuid[])`;
  const changed = await setBlocked(call, contacts, true);
  await leaveAllLists(call, sql`select unnest(${changed}::uuid[])`);
  await publishAll(
    call,
    changed.map((id) => ({ name: 'contact.blocked' as const, subjectId: id, payload: {} })),
  );
  await noted(call, 'contact.blocked', changed);
  return { affected: changed.length };
};

export const unblockContacts: Handler<typeof contactsContract.unblock> = async (call, { selection }) => {
  const contacts = sql`select unnest(${await selectedIds(call, selection)}::uuid[])`;
  const changed = await setBlocked(call, contacts, false);
  await publishAll(
    call,
    changed.map((id) => ({ name: 'contact.unblocked' as const, subjectId: id, payload: {} })),
  );
  await noted(call, 'contact.unblocked', changed);
  return { affected: changed.length };
};

async function noted(call: Call, action: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const subjectId = ids.length === 1 ? ids[0]! : null;
  await audit.record(call, { action, subjectType: 'contact', subjectId, details: { count: ids.length } });
}
