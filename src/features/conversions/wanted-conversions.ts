// Decides what of a deal is told to Meta, and of whom. Pure.
import type { ConversionKind } from '#whatsapp/conversions.ts';
import type { DealNews, LeftOut, NewConversion, Person, Wanted } from './conversions.types.ts';

/** Meta takes nothing older; a little earlier, because the call takes time. */
export const TOO_OLD_MS = 7 * 86_400_000 - 5 * 60_000;

/**
 * A contact of a deal is a lead; a deal that is as good as won is a purchase; whatever else happens to it is a view, or
 * its loss. A purchase happened when the deal was closed, also when its amount was written later; it is told as the deal
 * is now, because news may come out of order. A deal that was closed before `enabledSince` is no purchase.
 */
export function wantedOf(news: DealNews, enabledSince: Date): Wanted[] {
  const { dealId, name, at, wasLost, contactId, change, now } = news;
  const { contactIds, probability, closedAt } = news.stood ?? { ...now, closedAt: null };
  const isWon = probability === 100;
  const tell = (kind: ConversionKind, ids: readonly string[]): Wanted[] =>
    ids.length === 0 ? [] : [{ dealId, kind, at, contactIds: ids, amount: null, currency: null }];
  const purchase = (): Wanted[] => {
    const won = closedAt ?? at;
    const tooOld = won < enabledSince || at.getTime() - won.getTime() > TOO_OLD_MS;
    if (tooOld || now.contactIds.length === 0) return [];
    return [{ dealId, kind: 'purchase', at: won, ...dealPart(now) }];
  };
  switch (name) {
    case 'deal.created':
      return [...tell('lead', contactIds), ...(isWon ? purchase() : [])];
    case 'deal.contact_added':
      return contactId ? tell('lead', [contactId]) : [];
    case 'deal.updated':
      return isWon ? purchase() : tell(wasLost ? 'lost' : 'view', contactIds);
    case 'deal.activity_changed':
      return isWon || change === 'deleted' ? [] : tell('view', contactIds);
    default:
      return [];
  }
}

function dealPart({ contactIds, amount, currency }: DealNews['now']) {
  return { contactIds, amount, currency };
}

type Rules = { subscribedOnly: boolean };
type Told = Pick<NewConversion, 'kind' | 'amount' | 'currency'>;

/** Why this may not be told of this person; null: it may. */
export function leftOut(told: Told, person: Person, { subscribedOnly }: Rules): LeftOut | null {
  if (person.blocked) return 'blocked';
  if (person.consent === 'unsubscribed') return 'unsubscribed';
  if (subscribedOnly && person.consent !== 'subscribed') return 'consent_missing';
  if (!person.clickId && !person.phone && !person.email) return 'unmatched';
  if (told.kind === 'purchase' && (told.amount === null || told.currency === null)) return 'amount_missing';
  return null;
}

/** One row for each person; a purchase counts once, for the first of whom it may be told. */
export function conversionsOf(
  { contactIds, ...told }: Wanted,
  people: ReadonlyMap<string, Person>,
  rules: Rules,
): NewConversion[] {
  const rows = contactIds.flatMap((contactId) => {
    const person = people.get(contactId);
    return person ? [{ ...told, contactId, leftOut: leftOut(told, person, rules) }] : [];
  });
  if (told.kind !== 'purchase') return rows;
  const one = rows.find((row) => row.leftOut === null) ?? rows[0];
  return one ? [one] : [];
}
