// Creates or updates contacts by phone or user id, in one batch.
import { publishAll } from '#events/publish.ts';
import type { Consent } from '#features/contacts/contact-filter.contract.ts';
import { selectedIds } from '#features/contacts/contact-filter.ts';
import { readContactInputs } from '#features/contacts/contact-input.ts';
import type { contactsContract } from '#features/contacts/contacts.contract.ts';
import { type ContactChange, setMaker } from '#features/contacts/contacts.store.ts';
import { setConsent } from '#features/contacts/contacts.ts';
import { type UpsertEntry, upsertContacts } from '#features/contacts/upsert-contacts.ts';
import { addPairsToLists, checkLists } from '#features/lists/lists.ts';
import { checkTags, tagPairs } from '#features/tags/tags.ts';
import { AppError, badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { sourceOf } from './create-contact.ts';

export const syncContacts: Handler<typeof contactsContract.sync> = async (call, { contacts }) => {
  const changes = await readContactInputs(
    call,
    contacts.map((input, i) => ({ input, at: `contacts.${i}.` })),
  );
  const nobody = changes.findIndex((change) => !change.phone && !change.userId);
  if (nobody >= 0)
    throw badInput([
      { path: `contacts.${nobody}.phone`, message: 'Give a phone number or a WhatsApp user id' },
    ]);
  await checkTags(call, [...new Set(contacts.flatMap((contact) => contact.tagIds))]);
  await checkLists(call, [...new Set(contacts.flatMap((contact) => contact.listIds))]);
  const source = sourceOf(call);
  const { ids, outcomes } = await upsertContacts(
    call,
    changes.map((change) => entryOf(change, {})),
    { existing: 'update', source, consentSource: source, resubscribe: true },
  );
  await setMaker(
    call,
    ids.filter((_, i) => outcomes[i] === 'created'),
  );
  await refuseUnseen(
    call,
    ids.filter((_, i) => outcomes[i] === 'updated'),
  );
  await publishAll(
    call,
    ids.map((id, i) =>
      outcomes[i] === 'created'
        ? { name: 'contact.created' as const, subjectId: id, payload: { source } }
        : {
            name: 'contact.updated' as const,
            subjectId: id,
            payload: { changed: Object.keys(contacts[i]!) },
          },
    ),
  );
  for (const [i, { consent, consentSource }] of contacts.entries())
    if (consent) await setConsent(call, [ids[i]!], consent, consentSource ?? source);
  await tagPairs(
    call,
    contacts.flatMap((contact, i) => contact.tagIds.map((tagId) => ({ contactId: ids[i]!, tagId }))),
  );
  await addPairsToLists(
    call,
    contacts.flatMap((contact, i) => contact.listIds.map((listId) => ({ contactId: ids[i]!, listId }))),
  );
  const created = outcomes.filter((outcome) => outcome === 'created').length;
  return { created, updated: outcomes.length - created, ids };
};

/** A checked change as an entry of the batch. */
export function entryOf(change: ContactChange, { consent }: { consent?: Consent | undefined }): UpsertEntry {
  return {
    phone: change.phone ?? null,
    userId: change.userId ?? null,
    firstName: change.firstName,
    lastName: change.lastName,
    email: change.email ?? undefined,
    language: change.language ?? undefined,
    notes: change.notes,
    fields: change.fields as UpsertEntry['fields'],
    consent,
  };
}

/** Changing a contact needs the right to see it. */
async function refuseUnseen(call: Call, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const seen = await selectedIds(call, { ids: [...wanted] });
  if (seen.length < wanted.size)
    throw new AppError(
      'forbidden',
      'One of these contacts is assigned to somebody else. Nothing was changed.',
    );
}
