// Finds or makes the contacts behind people whom WhatsApp names, by user id and number, and keeps their aliases.
import { publishAll } from '#events/publish.ts';
import { updateContact } from './contacts.store.ts';
import { type ContactEntry, findByIdentity, lockContacts, updateContacts } from './contacts-upsert.store.ts';
import { type MergeCall, mergeContacts } from './merge-contacts.ts';
import { phoneOfWaId } from './phone-number.ts';
import { upsertContacts } from './upsert-contacts.ts';

/** A person as WhatsApp names them; at least one of `userId`, `waId`, `phone` is there. */
export type WhatsAppPerson = {
  userId?: string | undefined;
  /** Digits only. */
  waId?: string | undefined;
  /** E.164; made from `waId` when left out. */
  phone?: string | undefined;
  profileName?: string | undefined;
  username?: string | undefined;
};

/** `quiet`: new contacts are not told one by one, because whole books of them come at once. */
export type HowFound = { source: string; quiet: boolean };
const WROTE: HowFound = { source: 'whatsapp', quiet: false };

/**
 * The contact id of each person, in order. Two contacts that turn out to be one person (one known by number, the other
 * by user id) are merged: the older stays. Names and ids that were missing are added.
 */
export async function findOrCreateByWhatsApp(
  call: MergeCall,
  people: readonly WhatsAppPerson[],
  how: HowFound = WROTE,
): Promise<string[]> {
  const entries = people.map(toEntry);
  const nameless = entries.find((entry) => !entry.phone && !entry.waId && !entry.userId);
  if (nameless) throw new Error('A person has neither user id nor number.');
  await mergeThoseWhoAreOne(call, entries);
  const matches = await findByIdentity(call, entries);
  const missing = entries.filter((_, i) => matches[i]!.length === 0);
  if (missing.length > 0) await make(call, missing, how);
  const found = missing.length > 0 ? await findByIdentity(call, entries) : matches;
  const ids = found.map((match) => match[0]!);
  await learn(call, entries, ids);
  return ids;
}

function toEntry(person: WhatsAppPerson): ContactEntry {
  const { userId, waId, profileName, username } = person;
  return {
    userId: userId ?? null,
    waId: waId ?? null,
    phone: person.phone ?? (waId ? phoneOfWaId(waId) : null),
    // PostgreSQL keeps no NUL, and an empty name is none.
    profileName: profileName?.replaceAll('\u0000', '').slice(0, 200) || undefined,
    username: username?.replaceAll('\u0000', '').slice(0, 100) || undefined,
  };
}

async function mergeThoseWhoAreOne(call: MergeCall, entries: readonly ContactEntry[]): Promise<void> {
  const matches = await findByIdentity(call, entries);
  for (const [i, { length }] of matches.entries()) {
    if (length < 2) continue;
    // An earlier merge of this batch may have changed who is who.
    const [keep, ...others] = (await findByIdentity(call, [entries[i]!]))[0]!;
    let kept = keep!;
    for (const other of others) kept = await mergeContacts(call, kept, other);
  }
}

async function make(call: MergeCall, entries: readonly ContactEntry[], how: HowFound): Promise<void> {
  const { ids, outcomes } = await upsertContacts(call, entries, {
    existing: 'skip',
    source: how.source,
    consentSource: 'whatsapp',
    resubscribe: false,
  });
  if (how.quiet) return;
  const made = ids.filter((_, i) => outcomes[i] === 'created');
  await publishAll(
    call,
    made.map((id) => ({ name: 'contact.created' as const, subjectId: id, payload: { source: how.source } })),
  );
}

/** Writes what is new about people; the last word of the batch counts. */
async function learn(
  call: MergeCall,
  entries: readonly ContactEntry[],
  ids: readonly string[],
): Promise<void> {
  const news = new Map<string, ContactEntry & { id: string }>();
  entries.forEach((entry, i) => {
    const said = Object.fromEntries(
      Object.entries(entry).filter(([, value]) => value !== null && value !== undefined),
    );
    news.set(ids[i]!, { ...news.get(ids[i]!), ...said, id: ids[i]! });
  });
  const known = await call.tx
    .selectFrom('contacts')
    .select(['id', 'phone', 'wa_id', 'wa_user_id', 'profile_name', 'username'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', [...news.keys()])
    .execute();
  const changed = known
    .filter((row) => {
      const said = news.get(row.id)!;
      return (
        (said.phone && !row.phone) ||
        (said.waId && said.waId !== row.wa_id) ||
        (said.userId && said.userId !== row.wa_user_id) ||
        (said.profileName && said.profileName !== row.profile_name) ||
        (said.username && said.username !== row.username)
      );
    })
    .map((row) => news.get(row.id)!);
  if (changed.length === 0) return;
  await lockContacts(
    call,
    changed.map((entry) => entry.id),
  );
  await updateContacts(call, changed, true);
}

/** Someone changed number or user id: their contact is known by the new ones from now on. Unknown people are left out. */
export async function changeIdentity(
  call: MergeCall,
  before: Pick<WhatsAppPerson, 'userId' | 'waId'>,
  after: Pick<WhatsAppPerson, 'userId' | 'waId'>,
): Promise<void> {
  const [[found] = []] = await findByIdentity(call, [toEntry(before)]);
  if (!found) return;
  const next = toEntry(after);
  let kept = found;
  for (const other of (await findByIdentity(call, [next]))[0]!)
    if (other !== kept) kept = await mergeContacts(call, kept, other);
  await lockContacts(call, [kept]);
  await updateContact(call, kept, {
    ...(next.phone ? { phone: next.phone } : {}),
    ...(next.waId ? { waId: next.waId } : {}),
    ...(next.userId ? { userId: next.userId } : {}),
  });
  await publishAll(call, [
    { name: 'contact.updated', subjectId: kept, payload: { changed: ['phone', 'userId'] } },
  ]);
}
