// Merges two contacts that are one person, at somebody's word.
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { mergeContacts as merge } from '#features/contacts/merge-contacts.ts';
import { audit } from '#features/people/people.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { contactOf } from './get-contact.ts';

export const mergeContacts: Handler<typeof contactsContract.merge> = async (call, { id, otherId }) => {
  if (id === otherId) throw badInput([{ path: 'otherId', message: 'Choose another contact to merge with' }]);
  await contactOf(call, id);
  await contactOf(call, otherId);
  const stays = await merge(call, id, otherId);
  const goneId = stays === id ? otherId : id;
  await audit.record(call, {
    action: 'contact.merged',
    subjectType: 'contact',
    subjectId: stays,
    details: { goneId },
  });
  return contactOf(call, stays);
};
