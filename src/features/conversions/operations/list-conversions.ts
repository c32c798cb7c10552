// Lists what was told to Meta of a deal.
import { readContacts } from '#features/contacts/contacts.ts';
import { conversionsOfDeal } from '#features/conversions/conversion-events.store.ts';
import { readSettings } from '#features/conversions/conversion-settings.store.ts';
import type { conversionsContract } from '#features/conversions/conversions.contract.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const listConversions: Handler<typeof conversionsContract.ofDeal> = async (call, { id }) => {
  const rows = await conversionsOfDeal(call, id);
  if (!rows) throw notFound('deal');
  const contacts = await readContacts(call, [...new Set(rows.map((row) => row.contactId))]);
  const items = rows.map(({ contactId, at, settledAt, ...row }) => ({
    ...row,
    contact: { id: contactId, name: contacts.get(contactId)?.displayName ?? '' },
    at: iso(at),
    settledAt: iso(settledAt),
  }));
  return { enabled: (await readSettings(call))?.enabled ?? false, items };
};
