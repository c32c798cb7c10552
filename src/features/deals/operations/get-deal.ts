// Gets one deal by id or reference, and the deals of a contact.
import { contactsAmong } from '#features/deals/check-deals.ts';
import type { dealsContract } from '#features/deals/deals.contract.ts';
import { closedDealsOf, openDealsOf } from '#features/deals/deals.ts';
import { findDeal } from '#features/deals/read-deals.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getDeal: Handler<typeof dealsContract.get> = (call, { key }) => findDeal(call, key);

export const dealsOfContact: Handler<typeof dealsContract.ofContact> = async (call, { contactId }) => {
  if (!(await contactsAmong(call, [contactId])).has(contactId)) throw notFound('contact');
  return { open: await openDealsOf(call, contactId), closed: await closedDealsOf(call, contactId) };
};
