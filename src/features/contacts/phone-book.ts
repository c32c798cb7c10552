// Takes in the address book of a phone app that shares a number: people who were added, renamed or removed there.
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { findByIdentity } from './contacts-upsert.store.ts';
import type { MergeCall } from './merge-contacts.ts';
import { type BookEntry, removeBookEntries, saveBookEntries } from './phone-book.store.ts';
import { phoneOfWaId } from './phone-number.ts';
import { findOrCreateByWhatsApp } from './whatsapp-people.ts';

type SyncEvent = Extract<ProviderEvent, { kind: 'contact_sync' }>;

/** A number as phones keep it, without marks; shorter ones are of services. */
const NUMBER = /^\d{6,15}$/;
const LONGEST_NAME = 100;

/**
 * Late and repeated news are harmless. Nobody is deleted: who was removed from the phone has conversations and consent
 * here all the same. A whole book comes at once, so the new contacts are not told one by one.
 */
export async function applyPhoneBook(call: MergeCall, events: readonly ProviderEvent[]): Promise<void> {
  const latest = new Map<string, SyncEvent>();
  for (const event of events) {
    const digits = event.kind === 'contact_sync' ? (event.phone ?? '').replace(/\D/g, '') : '';
    if (event.kind !== 'contact_sync' || !NUMBER.test(digits) || phoneOfWaId(digits) === null) continue;
    const known = latest.get(digits);
    if (!known || known.occurredAt <= event.occurredAt) latest.set(digits, event);
  }
  const isRemoval = ([, event]: [string, SyncEvent]) => event.action === 'remove';
  const removed = [...latest].filter(isRemoval);
  const named = [...latest].filter((one) => !isRemoval(one));
  if (named.length > 0) await nameContacts(call, named);
  if (removed.length > 0) await forgetEntries(call, removed);
}

async function nameContacts(call: MergeCall, named: readonly [string, SyncEvent][]): Promise<void> {
  const ids = await findOrCreateByWhatsApp(
    call,
    named.map(([waId]) => ({ waId })),
    { source: 'phone_app', quiet: true },
  );
  const entries = new Map<string, BookEntry>();
  named.forEach(([, event], place) => {
    const names = namesOf(event);
    if (names.fullName !== '')
      entries.set(ids[place]!, { contactId: ids[place]!, at: event.occurredAt, ...names });
  });
  if (entries.size > 0) await saveBookEntries(call, [...entries.values()]);
}

async function forgetEntries(call: MergeCall, removed: readonly [string, SyncEvent][]): Promise<void> {
  const found = await findByIdentity(
    call,
    removed.map(([waId]) => ({ waId, phone: phoneOfWaId(waId) })),
  );
  const gone = removed.flatMap(([, event], place) =>
    found[place]!.map((contactId) => ({ contactId, at: event.occurredAt })),
  );
  if (gone.length > 0) await removeBookEntries(call, gone);
}

/** Phones know a whole name and, mostly, the first one. */
function namesOf({ fullName, firstName }: SyncEvent): Pick<BookEntry, 'fullName' | 'firstName' | 'lastName'> {
  const clean = (name: string | undefined) =>
    (name ?? '').replaceAll('\u0000', '').replace(/\s+/g, ' ').trim();
  const whole = clean(fullName) || clean(firstName);
  const first = clean(firstName);
  const rest = first !== '' && whole.startsWith(`${first} `) ? whole.slice(first.length + 1) : null;
  const names = {
    firstName: (rest === null ? whole : first).slice(0, LONGEST_NAME),
    lastName: (rest ?? '').slice(0, LONGEST_NAME),
  };
  return { ...names, fullName: `${names.firstName} ${names.lastName}`.trim() };
}
