// Looks again, right before it is told, of whom something may be told, and what a purchase is worth by now.
import type { Decided } from './conversion-claims.store.ts';
import { readDealsNow, readPeople } from './conversion-people.store.ts';
import type { SettingsRow } from './conversion-settings.store.ts';
import type { DueConversion, Person, ReadCall } from './conversions.types.ts';
import { conversionsOf } from './wanted-conversions.ts';

export type LookedAt = DueConversion & Decided & { person: Person };

/** A purchase goes on to the next of its deal’s people when it may not be told of the one that it was noted with. */
export async function lookAgain(
  call: ReadCall,
  settings: SettingsRow,
  due: readonly DueConversion[],
): Promise<LookedAt[]> {
  const sold = due.filter((row) => row.kind === 'purchase');
  const deals = await readDealsNow(
    call,
    sold.map((row) => row.dealId),
  );
  const wanted = due.map((row) => {
    const now = row.kind === 'purchase' && deals.get(row.dealId);
    if (!now) return { ...row, contactIds: [row.contactId] };
    const { amount, currency } = now;
    return { ...row, amount, currency, contactIds: [...new Set([...now.contactIds, row.contactId])] };
  });
  const contactIds = [...new Set(wanted.flatMap((one) => one.contactIds))];
  const people = await readPeople(call, settings.account_id, contactIds);
  const rules = { subscribedOnly: settings.subscribed_only };
  return wanted.map((one) => {
    const [chosen = { contactId: one.contactId, leftOut: 'unmatched' as const }] = conversionsOf(
      one,
      people,
      rules,
    );
    const { contactId, leftOut } = chosen;
    return { ...one, contactId, leftOut, person: people.get(contactId)! };
  });
}
