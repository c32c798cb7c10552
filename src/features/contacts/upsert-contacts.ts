// Creates or changes many contacts in one go: the ground of imports, of synchronisation and of single creation.
import { newId } from '#kit/ids.ts';
import type { Consent } from './contact-filter.contract.ts';
import { type ConsentCall, insertConsentChanges, updateConsent } from './contacts-consent.store.ts';
import {
  type ContactEntry,
  findByIdentity,
  insertContacts,
  lockContacts,
  type NewRow,
  updateContacts,
} from './contacts-upsert.store.ts';

export type UpsertEntry = ContactEntry & { consent?: Consent | undefined };

export type UpsertOptions = {
  /** What to do with contacts that exist. */
  existing: 'update' | 'fill_empty' | 'skip';
  /** How new contacts came. */
  source: string;
  consentSource: string;
  /** Whether those who unsubscribed may become subscribed. */
  resubscribe: boolean;
};

export type UpsertOutcome = 'created' | 'updated' | 'skipped';

export type Upserted = {
  /** Contact of each entry, in order. */
  ids: string[];
  /** What became of each entry; a repeated person is created once and then updated or skipped. */
  outcomes: UpsertOutcome[];
};

const ROUNDS = 5;

/**
 * Works through the entries as if one after the other, in a few statements. Others may do the same at the same time:
 * a person is made once. Entries need a phone or a user id.
 */
export async function upsertContacts(
  call: ConsentCall,
  entries: readonly UpsertEntry[],
  options: UpsertOptions,
): Promise<Upserted> {
  const people = gather(entries, options.existing);
  const ids = new Map<Person, string>();
  const made = new Set<Person>();
  for (let round = 0; ids.size < people.length; round++) {
    if (round === ROUNDS) throw new Error('Contacts could not be made: their numbers keep being taken.');
    const open = people.filter((person) => !ids.has(person));
    const matches = await findByIdentity(
      call,
      open.map((person) => person.entry),
    );
    open.forEach((person, i) => {
      const id = matches[i]![0];
      if (id) ids.set(person, id);
    });
    const missing = open.filter((person) => !ids.has(person));
    const rows = new Map(missing.map((person) => [person, newRow(person.entry, options)]));
    const inserted = await insertContacts(call, [...rows.values()]);
    const fresh: NewRow[] = [];
    for (const [person, row] of rows) {
      if (!inserted.has(row.id)) continue;
      ids.set(person, row.id);
      made.add(person);
      if (row.consent !== 'not_declared') fresh.push(row);
    }
    const changes = fresh.map((row) => ({ contactId: row.id, to: row.consent }));
    await insertConsentChanges(call, changes, { source: options.consentSource });
  }
  const known = people.filter((person) => !made.has(person));
  if (options.existing !== 'skip') await change(call, known, ids, options);
  return account(entries.length, people, ids, made, options);
}

type Person = { entry: UpsertEntry /** Places among the entries. */; places: number[] };

/** Entries of one person become one, as the last (or, filling, the first) of them has it. */
function gather(entries: readonly UpsertEntry[], existing: UpsertOptions['existing']): Person[] {
  const people = new Map<string, Person>();
  entries.forEach((entry, place) => {
    const key = entry.phone ?? (entry.waId ? `+${entry.waId}` : (entry.userId ?? ''));
    const before = people.get(key);
    if (!before) people.set(key, { entry, places: [place] });
    else {
      before.places.push(place);
      if (existing === 'update') before.entry = combine(before.entry, entry);
      else if (existing === 'fill_empty') before.entry = combine(entry, before.entry);
    }
  });
  return [...people.values()];
}

function combine(under: UpsertEntry, over: UpsertEntry): UpsertEntry {
  const said = Object.fromEntries(
    Object.entries(over).filter(([, value]) => value !== undefined && value !== ''),
  );
  return { ...under, ...said, fields: { ...under.fields, ...over.fields } };
}

function newRow(entry: UpsertEntry, options: UpsertOptions): NewRow {
  const consent = entry.consent ?? 'not_declared';
  return {
    ...entry,
    id: newId(),
    source: options.source,
    consent,
    consentSource: consent === 'not_declared' ? null : options.consentSource,
  };
}

async function change(
  call: ConsentCall,
  people: readonly Person[],
  ids: ReadonlyMap<Person, string>,
  options: UpsertOptions,
): Promise<void> {
  if (people.length === 0) return;
  // Two entries may have found one contact by different keys.
  const rows = new Map<string, UpsertEntry & { id: string }>();
  for (const person of people) {
    const id = ids.get(person)!;
    const before = rows.get(id);
    // The identity that found the contact is already there; one that it lacks may belong to somebody else.
    const { phone: _phone, waId: _waId, userId: _userId, ...rest } = person.entry;
    rows.set(id, { ...(before ? combine(before, rest) : rest), id });
  }
  await lockContacts(call, [...rows.keys()]);
  await updateContacts(call, [...rows.values()], options.existing === 'fill_empty');
  const consents = [...rows.values()].filter((row) => row.consent !== undefined);
  await updateConsent(
    call,
    consents.map((row) => ({ contactId: row.id, consent: row.consent! })),
    { source: options.consentSource },
    options.resubscribe,
  );
}

function account(
  count: number,
  people: readonly Person[],
  ids: ReadonlyMap<Person, string>,
  made: ReadonlySet<Person>,
  options: UpsertOptions,
): Upserted {
  const again: UpsertOutcome = options.existing === 'skip' ? 'skipped' : 'updated';
  const result: Upserted = { ids: new Array(count), outcomes: new Array(count) };
  for (const person of people) {
    person.places.forEach((place, turn) => {
      result.ids[place] = ids.get(person)!;
      result.outcomes[place] = turn === 0 && made.has(person) ? 'created' : again;
    });
  }
  return result;
}
