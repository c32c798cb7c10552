// Counts what WhatsApp charges for, as messages are delivered: in the transaction that moves them.
import { countryOfPhone } from '#features/contacts/contacts.ts';
import type { MessageMove } from '#features/sending/sending.ts';
import type { Call } from '#operations/call.ts';
import { addCharges, type ChargeCount } from './rates.store.ts';

/** Nobody's number begins like this. */
const UNKNOWN_COUNTRY = 'ZZ';

/** Each message counts once, when it is first known to have arrived. */
export async function countCharges(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  moves: readonly MessageMove[],
): Promise<void> {
  const counts = new Map<string, ChargeCount>();
  for (const move of moves) {
    if (!move.price || !hasArrived(move.to) || hasArrived(move.from)) continue;
    const charge = chargeOfMove(move.campaignId, move.price);
    const key = Object.values(charge).join(' ');
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { ...charge, count: 1 });
  }
  await addCharges(call, [...counts.values()]);
}

function hasArrived(state: MessageMove['to']): boolean {
  return state === 'delivered' || state === 'read';
}

function chargeOfMove(
  campaignId: string | null,
  { pricing, recipient }: NonNullable<MessageMove['price']>,
): Omit<ChargeCount, 'count'> {
  const country = recipient.waId ? countryOfPhone(recipient.waId) : recipient.userId?.slice(0, 2);
  return {
    campaignId,
    country: country ?? UNKNOWN_COUNTRY,
    category: pricing?.category?.replaceAll('-', '_') ?? '',
    // Without a word of it, what was delivered is charged.
    charged: pricing?.billable ?? !(pricing?.type ?? '').startsWith('free'),
  };
}
