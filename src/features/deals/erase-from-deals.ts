// What becomes of deals when their contacts are deleted for good: they stay, and tell nothing of them.
import { deletedDealsOf, forgetDealWords } from '#events/forget-words.ts';
import { readContacts } from '#features/contacts/contacts.ts';
import type { Call } from '#operations/call.ts';
import { titleOf } from './create-deals.ts';
import { contactsOf } from './deals.store.ts';
import { anonymiseDeals, dealsLeftBy, retitleDeals, takeContactsOff } from './deals-contacts.store.ts';

/**
 * Takes the contacts off up to `most` deals. A deal with other contacts stays as it is; one that is called after who
 * goes is called after who stays. A deal without others loses every word and keeps its figures. Answers the deals.
 */
export async function eraseFromDeals(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  contactIds: readonly string[],
  most: number,
): Promise<string[]> {
  const left = await dealsLeftBy(call, contactIds, most);
  const ids = left.map((deal) => deal.id);
  await takeContactsOff(call, ids, contactIds);
  const alone = left.filter((deal) => deal.alone).map((deal) => deal.id);
  await anonymiseDeals(call, alone);
  const titles = [];
  for (const { id } of left.filter((deal) => deal.titled && !deal.alone)) {
    const [first] = await contactsOf(call, id);
    const name = (await readContacts(call, [first!])).get(first!)?.displayName;
    titles.push({ id, title: titleOf(name), titleFrom: first! });
  }
  await retitleDeals(call, titles);
  // Deals that were deleted before are known by their events alone.
  const deleted = await deletedDealsOf(call, contactIds);
  await forgetDealWords(call, [...alone, ...titles.map((title) => title.id), ...deleted]);
  return ids;
}
