// Sends by SMS to whom WhatsApp cannot reach, once each, and counts what became of it.
import { fillPlaceholders, placeholderValues, readContacts } from '#features/contacts/contacts.ts';
import type { MessageMove } from '#features/sending/sending.ts';
import { queueSms, type SmsMove, withdrawSms } from '#features/sms/sms.ts';
import type { CampaignCall } from './campaigns.types.ts';
import {
  fallbackOf,
  heardBefore,
  moveSmsFigures,
  type SmsFigure,
  unreachableOf,
} from './campaigns-sms.store.ts';

/** Failures that say that WhatsApp does not reach this person at all, whatever the message. */
const NOT_REACHED = new Set<string>([
  'recipient_unreachable',
  'recipient_in_experiment',
  'country_restricted',
  'no_address',
]);
const BATCH = 2_000;

/** After messages moved: who was not reached gets the SMS; who was reached after all does not need it. */
export async function followWithSms(
  call: CampaignCall,
  campaignId: string,
  moves: readonly MessageMove[],
): Promise<void> {
  const lost = moves.filter((move) => move.to === 'failed' && NOT_REACHED.has(move.failure?.kind ?? ''));
  if (lost.length > 0)
    await queueFor(
      call,
      campaignId,
      lost.map((move) => move.contactId),
    );
  const found = moves.filter((move) => move.from === 'failed' && move.to !== 'failed');
  if (found.length > 0)
    await campaignSmsMoves(
      call,
      await withdrawSms(
        call,
        campaignId,
        found.map((move) => move.contactId),
      ),
    );
}

/** For those whom the freeze left out because they are known not to be on WhatsApp. */
export async function sendSmsToUnreachable(call: CampaignCall, campaignId: string): Promise<void> {
  for (let after: string | null = null; ; ) {
    const contactIds = await unreachableOf(call, campaignId, after, BATCH);
    await queueFor(call, campaignId, contactIds);
    if (contactIds.length < BATCH) return;
    after = contactIds.at(-1)!;
  }
}

async function queueFor(
  call: CampaignCall,
  campaignId: string,
  contactIds: readonly string[],
): Promise<void> {
  const fallback = contactIds.length > 0 ? await fallbackOf(call, campaignId) : null;
  if (!fallback) return;
  const contacts = await readContacts(call, contactIds);
  const heard = await heardBefore(call, campaignId, contactIds);
  const rows = [...contacts.values()].flatMap((contact) => {
    const left = contact.blocked || (fallback.marketing && contact.consent === 'unsubscribed');
    const lacksConsent = fallback.requireConsent && contact.consent !== 'subscribed';
    if (!contact.phone || left || lacksConsent || heard.has(contact.id)) return [];
    const { text } = fillPlaceholders(fallback.text, placeholderValues(contact, fallback.accountName));
    const { marketing } = fallback;
    return [{ contactId: contact.id, campaignId, phone: contact.phone, text, marketing }];
  });
  await campaignSmsMoves(call, await queueSms(call, rows));
}

/** Keeps the campaigns' figures of SMS in step, in the order of ids. */
export async function campaignSmsMoves(call: CampaignCall, moves: readonly SmsMove[]): Promise<void> {
  const ids = [...new Set(moves.flatMap((move) => move.campaignId ?? []))].sort();
  for (const id of ids) {
    const deltas: Partial<Record<SmsFigure, number>> = {};
    for (const move of moves) {
      if (move.campaignId !== id) continue;
      const [from, to] = [move.from && FIGURE[move.from], FIGURE[move.to]];
      if (from) deltas[from] = (deltas[from] ?? 0) - 1;
      if (to) deltas[to] = (deltas[to] ?? 0) + 1;
    }
    await moveSmsFigures(call, id, deltas);
  }
}

/** Where each state is counted; what was withheld is nowhere. */
const FIGURE: Record<SmsMove['to'], SmsFigure | null> = {
  queued: 'queued',
  sending: 'queued',
  accepted: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  // Neither proven nor repeated: for the figures it did not arrive.
  uncertain: 'failed',
  withheld: null,
};
