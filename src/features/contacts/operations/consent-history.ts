// Lists the changes of one contact's marketing consent, newest first.
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { pageOfConsentChanges } from '#features/contacts/contacts-consent.store.ts';
import type { Handler } from '#operations/handle.ts';
import { contactOf } from './get-contact.ts';

export const consentHistory: Handler<typeof contactsContract.consentHistory> = async (
  call,
  { id, ...page },
) => {
  await contactOf(call, id);
  return pageOfConsentChanges(call, id, page);
};
