// Records marketing consent of a selection of contacts.
import { selectedIds } from '#features/contacts/contact-filter.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { setConsent as record } from '#features/contacts/contacts.ts';
import type { Handler } from '#operations/handle.ts';

export const setConsent: Handler<typeof contactsContract.setConsent> = async (call, input) => {
  const ids = await selectedIds(call, input.selection);
  const changed = await record(call, ids, input.consent, input.source, input.note);
  return { affected: changed.length };
};
