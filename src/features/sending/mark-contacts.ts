// Notes with contacts what moves of their messages say about them.
import {
  markBlocked,
  markUnreachable,
  noteLastMessage,
  restMarketing,
  setConsent,
} from '#features/contacts/contacts.ts';
import { type ContactMark, FATE_TABLE } from './fate-table.ts';
import { isProven } from './message-states.ts';
import type { MessageMove, SendingCall } from './sending.types.ts';
import { giveBackPlaces } from './sending-limits.store.ts';

/** Source of the consent that WhatsApp reports by refusing a message. */
const STOPPED_IN_WHATSAPP = 'WhatsApp: stopped marketing';

/** WhatsApp asks for at least a day. */
const MARKETING_REST_MS = 24 * 60 * 60_000;

export async function markContacts(call: SendingCall, moves: readonly MessageMove[]): Promise<void> {
  const failed = (mark: ContactMark) =>
    moves.filter((move) => markOf(move.failure?.kind) === mark).map((move) => move.contactId);
  const unreachable = failed('unreachable');
  if (unreachable.length > 0) await markUnreachable(call, unreachable);
  const optedOut = failed('opted_out');
  if (optedOut.length > 0) await setConsent(call, optedOut, 'unsubscribed', STOPPED_IN_WHATSAPP);
  const rests = failed('marketing_rests');
  if (rests.length > 0) await restMarketing(call, rests, new Date(call.now.getTime() + MARKETING_REST_MS));
  const blocked = failed('blocked');
  if (blocked.length > 0) await markBlocked(call, blocked);
  // A status may come before the answer to the call.
  const taken = moves.filter((move) => !isProven(move.from) && isProven(move.to) && move.to !== 'failed');
  await giveBackPlaces(
    call,
    moves.filter((move) => move.to === 'failed'),
  );
  if (taken.length > 0)
    await noteLastMessage(
      call,
      'out',
      taken.map(({ contactId }) => ({ contactId, at: call.now })),
    );
}

function markOf(kind: string | undefined): ContactMark | undefined {
  return kind === undefined
    ? undefined
    : (FATE_TABLE as Record<string, { marks?: ContactMark }>)[kind]?.marks;
}
