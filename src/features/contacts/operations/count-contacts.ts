// Counts the contacts that match a filter.
import { sql } from 'kysely';
import { matching } from '#features/contacts/contact-filter.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const countContacts: Handler<typeof contactsContract.count> = async (call, filter) => {
  const condition = await matching(call, filter);
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from contacts c where ${condition}`.execute(call.tx);
  return { count: rows[0]!.count };
};
