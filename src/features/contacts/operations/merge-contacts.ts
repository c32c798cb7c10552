// Merges two contacts that are one person, at somebody's word.
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { mergeContacts as merge } from '#features/contacts/merge-contacts.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { contactOf } from './get-contact.ts';

export const mergeContacts: Handler<typeof contactsContract.merge> = async (call, { id, otherId }) => {
  if (id === otherId) throw badInput([{ path: 'otherId', message: 'Choose another contact to merge with' }]);
  await contactOf(call, id);
  await contactOf(call, otherId);
  return contactOf(call, await merge(call, id, otherId));
};
