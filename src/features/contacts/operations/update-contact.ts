// Changes a contact; what is left out stays.
import { publish } from '#events/publish.ts';
import { readContactInputs } from '#features/contacts/contact-input.ts';
import type { Contact, contactsContract } from '#features/contacts/contacts.contract.ts';
import { type ContactChange, updateContact as write } from '#features/contacts/contacts.store.ts';
import { findByIdentity, lockContacts } from '#features/contacts/contacts-upsert.store.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { taken } from './create-contact.ts';
import { contactOf } from './get-contact.ts';

export const updateContact: Handler<typeof contactsContract.update> = async (call, { id, ...input }) => {
  await lockContacts(call, [id]);
  const before = await contactOf(call, id);
  const [change] = await readContactInputs(call, [{ input, at: '' }]);
  const changed = differences(before, change!);
  if (changed.length === 0) return before;
  if (changed.includes('phone')) {
    const { phone } = change!;
    if (phone) {
      const [others] = await findByIdentity(call, [{ phone }]);
      const other = others!.find((each) => each !== id);
      if (other) throw await taken(call, other);
    } else if (!before.userId) {
      throw badInput([{ path: 'phone', message: 'The phone is the only thing this contact is known by' }]);
    }
    // WhatsApp's spelling belonged to the number before.
    change!.waId = null;
  }
  await write(call, id, change!);
  await publish(call, 'contact.updated', id, { changed });
  return contactOf(call, id);
};

/** Names of what differs: `firstName`, `fields.BIRTHDAY`, … */
function differences(before: Contact, { fields, ...plain }: ContactChange): string[] {
  const names = Object.entries(plain)
    .filter(([name, value]) => value !== undefined && value !== before[name as keyof Contact])
    .map(([name]) => name);
  const codes = Object.entries(fields ?? {})
    .filter(([code, value]) => (value ?? undefined) !== before.fields[code])
    .map(([code]) => `fields.${code}`);
  return [...names, ...codes];
}
