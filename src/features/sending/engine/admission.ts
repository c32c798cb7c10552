// Decides which claimed messages may go now: sending hours, the customer's turn, the messaging limit; the rest waits.
import { customerPace } from '#features/sending/limits/customer-pace.ts';
import { zonesOf } from '#features/sending/limits/customer-zones.ts';
import { openingClock } from '#features/sending/limits/sending-hours.ts';
import type { SendingHours } from '#features/sending/sending.contract.ts';
import type { SendingCall } from '#features/sending/sending.types.ts';
import { type HoursInForce, hoursOf, readHours } from '#features/sending/sending-hours.store.ts';
import type { LaneFacts } from '#features/sending/sending-lanes.store.ts';
import { takePlaces } from '#features/sending/sending-limits.store.ts';
import { readDebts, saveDebts } from '#features/sending/sending-pace.store.ts';
import { type ClaimedMessage, giveBack } from '#features/sending/sending-queue.store.ts';
import { now } from '#kit/clock.ts';
import type { Outcome } from './record-outcomes.ts';

/** Who finds no place looks again after this at the latest: the provider may raise the limit at any time. */
const LOOK_FOR_PLACES_MS = 10 * 60_000;

export type Admission = {
  /** Takes over what was just read of the number; in the transaction that read it. */
  heed(call: SendingCall, facts: LaneFacts): Promise<void>;
  /** In the transaction that claimed them: answers those that may go, and gives the others back with their time. */
  admit(call: SendingCall, rows: readonly ClaimedMessage[]): Promise<ClaimedMessage[]>;
  /** Heeds what the provider said: a customer may have got too much at once. */
  notice(contactId: string, result: Outcome['result']): void;
};

type Wait = { id: string; claim: string | null; dueAt: Date; counted: false };

const waitOf = ({ id, claim }: ClaimedMessage, dueAt: Date): Wait => ({ id, claim, dueAt, counted: false });

export function laneAdmission(numberId: string): Admission {
  const pace = customerPace();
  const openings = openingClock();
  let facts: LaneFacts | null = null;
  let hours: HoursInForce | null = null;

  /** When the message may go by the hours that it must keep; null: now. */
  function opensAt(message: ClaimedMessage, at: number): Date | null {
    const kept = hours && hoursFor(message, hours);
    if (!kept) return null;
    const fields = message.timeZone === null ? {} : { TIME_ZONE: message.timeZone };
    const opening = openings(kept, zonesOf({ ...message, fields }, hours!.timeZone), at);
    return opening.open ? null : new Date(opening.opensAt);
  }

  return {
    async heed(call, read) {
      if (facts === null) pace.remember(await readDebts(call, numberId));
      facts = read;
      hours = await readHours(call, numberId);
    },

    async admit(call, rows) {
      const at = call.now.getTime();
      const waiting: Wait[] = [];
      const inHours = rows.filter((message) => {
        const dueAt = opensAt(message, at);
        if (dueAt) waiting.push(waitOf(message, dueAt));
        return !dueAt;
      });
      const { go, wait, owed } = pace.admit(inHours, at);
      waiting.push(...wait.map(({ message, dueAt }) => waitOf(message, dueAt)));
      await saveDebts(call, numberId, owed);
      const admitted = facts ? await withinLimit(call, facts, go, waiting) : go;
      await giveBack(call, waiting);
      return admitted;
    },

    notice(contactId, result) {
      if (result.outcome !== 'refused' || result.failure.kind !== 'pair_limited') return;
      pace.refused(contactId, now().getTime(), (result.failure.waitSeconds ?? 1) * 1_000);
    },
  };
}

function hoursFor(message: ClaimedMessage, hours: HoursInForce): SendingHours | null {
  if (message.campaignId !== null) return hoursOf(hours.campaigns.get(message.campaignId), hours.workspace);
  return hours.forApi && message.marketing && message.priority === 5 ? hours.workspace : null;
}

/** Those that are free of the limit or find a place within it; the others are added to `waiting`. */
async function withinLimit(
  call: SendingCall,
  { messagingLimit, portfolio }: LaneFacts,
  messages: ClaimedMessage[],
  waiting: Wait[],
): Promise<ClaimedMessage[]> {
  if (messagingLimit === null) return messages;
  const counted = messages.filter((message) => message.outsideWindow && message.contactId !== null);
  if (counted.length === 0) return messages;
  const wishes = counted.map((message) => ({ contactId: message.contactId!, messageId: message.id }));
  const { granted, fullUntil } = await takePlaces(call, { portfolio, limit: messagingLimit }, wishes);
  if (!fullUntil) return messages;
  const dueAt = new Date(Math.min(fullUntil.getTime(), call.now.getTime() + LOOK_FOR_PLACES_MS));
  return messages.filter((message) => {
    const may = !message.outsideWindow || message.contactId === null || granted.has(message.contactId);
    if (!may) waiting.push(waitOf(message, dueAt));
    return may;
  });
}
