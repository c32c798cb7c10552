// Creates a contact by hand or by the API, with tags and lists.
import { sql } from 'kysely';
import { publish } from '#events/publish.ts';
import { visibleTo } from '#features/contacts/contact-filter.ts';
import { readContactInputs } from '#features/contacts/contact-input.ts';
import { readContactsById } from '#features/contacts/contact-rows.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { setMaker } from '#features/contacts/contacts.store.ts';
import { upsertContacts } from '#features/contacts/upsert-contacts.ts';
import { addToLists } from '#features/lists/lists.ts';
import { tagContacts } from '#features/tags/tags.ts';
import { badInput, conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { contactOf } from './get-contact.ts';
import { entryOf } from './sync-contacts.ts';

export const createContact: Handler<typeof contactsContract.create> = async (call, input) => {
  const [change] = await readContactInputs(call, [{ input, at: '' }]);
  if (!change!.phone && !change!.userId)
    throw badInput([{ path: 'phone', message: 'Give a phone number or a WhatsApp user id' }]);
  const source = sourceOf(call);
  const { ids, outcomes } = await upsertContacts(call, [entryOf(change!, input)], {
    existing: 'skip',
    source,
    consentSource: input.consentSource ?? source,
    resubscribe: false,
  });
  const id = ids[0]!;
  if (outcomes[0] !== 'created') throw await taken(call, id);
  await setMaker(call, [id]);
  await publish(call, 'contact.created', id, { source });
  const one = sql`select ${id}::uuid as id`;
  if (input.tagIds.length > 0) await tagContacts(call, input.tagIds, one);
  if (input.listIds.length > 0) await addToLists(call, input.listIds, one);
  return contactOf(call, id);
};

/** How contacts come that this caller makes. */
export function sourceOf(call: Pick<Call, 'actor'>): string {
  return { person: 'manual', api_key: 'api', automation: 'automation', system: 'system' }[call.actor.kind];
}

/** The refusal when a phone or user id belongs to contact `id`, which is named only to those who may see it. */
export async function taken(call: Call, id: string) {
  const [known] = await readContactsById(call, [id], visibleTo(call));
  return conflict(
    'contact_exists',
    known
      ? `${known.displayName} has this number already. Open that contact, or merge the two.`
      : 'There is already a contact with this number, assigned to somebody else.',
    known ? { contactId: known.id } : {},
  );
}
