// Lists the contacts that meet conditions and that the caller may see, newest first.
import { meeting, readContactPage, visibleAnd } from '#features/contacts/contacts.ts';
import type { segmentsContract } from '#features/segments/segments.contract.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listSegmentContacts: Handler<typeof segmentsContract.contacts> = async (call, input) => {
  const { limit, cursor, conditions } = input;
  const condition = visibleAnd(call, await meeting(call, conditions));
  const [value, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  const rows = await readContactPage(call, condition, {
    sort: 'newest',
    limit: limit + 1,
    after: value && id ? { value, id } : undefined,
  });
  const page = toPage(rows, limit, (row) => [row.value, row.contact.id]);
  return { items: page.items.map((row) => row.contact), nextCursor: page.nextCursor };
};
