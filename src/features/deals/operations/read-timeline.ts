// Reads what happened to a deal, latest first.

import { readContacts } from '#features/contacts/contacts.ts';
import { readEntries } from '#features/deals/deal-history.store.ts';
import type { dealsContract } from '#features/deals/deals.contract.ts';
import { findDealId } from '#features/deals/read-deals.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const readTimeline: Handler<typeof dealsContract.timeline> = async (call, input) => {
  const { key, limit, cursor } = input;
  const id = await findDealId(call, key);
  const place = cursor === undefined ? undefined : decodeCursor(cursor, ['instant', 'id']);
  const rows = await readEntries(call, id, limit + 1, place && { at: place[0], id: place[1] });
  const contacts = await readContacts(
    call,
    rows.flatMap((row) => row.contactId ?? []),
  );
  const page = toPage(rows, limit, (row) => [row.place, row.id]);
  return {
    items: page.items.map(({ place: _, contactId, ...entry }) => {
      const contact = contactId === null ? undefined : contacts.get(contactId);
      return { ...entry, contact: contact ? { id: contact.id, name: contact.displayName } : null };
    }),
    nextCursor: page.nextCursor,
  };
};
