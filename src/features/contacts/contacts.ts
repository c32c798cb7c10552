// Front door of contacts: who people are, whether they may be written to, and what is known of them.
import { type RawBuilder, sql } from 'kysely';
import { publishAll } from '#events/publish.ts';
import type { FieldValue } from '#features/fields/fields.contract.ts';
import type { Call } from '#operations/call.ts';
import type { Consent } from './contact-filter.contract.ts';
import { displayName } from './contact-rows.ts';
import { setBlocked, setLastMessage, setMarketingRest, setUnreachable } from './contacts.store.ts';
import { type ConsentCall, updateConsent } from './contacts-consent.store.ts';

export { meeting } from './contact-conditions.ts';
export { matching, selected, visibleAnd, visibleTo } from './contact-filter.ts';
export { workspaceCountry } from './contact-input.ts';
export { displayName, readContactPage } from './contact-rows.ts';
export { setMaker } from './contacts.store.ts';
export { whenContactsErased } from './erase-contacts.ts';
export {
  type ContactMerger,
  type MergeCall,
  mergeContacts,
  movedTables,
  tablesWithoutMerger,
  whenContactsMerge,
} from './merge-contacts.ts';
export { applyPhoneBook } from './phone-book.ts';
export { countriesOfCallingCode, countryOfPhone, DECIDING_DIGITS, isKnownCountry } from './phone-country.ts';
export { otherSpellings, phoneOfWaId, readPhone } from './phone-number.ts';
export { fillPlaceholders, placeholdersIn, placeholderValues } from './placeholders.ts';
export { type UpsertEntry, type UpsertOptions, upsertContacts } from './upsert-contacts.ts';
export { changeIdentity, findOrCreateByWhatsApp, type WhatsAppPerson } from './whatsapp-people.ts';

/** What sending and conversations need of a contact. */
export type KnownContact = {
  id: string;
  phone: string | null;
  waId: string | null;
  userId: string | null;
  displayName: string;
  firstName: string;
  lastName: string;
  email: string | null;
  language: string | null;
  consent: Consent;
  blocked: boolean;
  unreachable: boolean;
  fields: Record<string, FieldValue>;
};

/** Contacts by id; those that are gone are left out. The row rule does not apply: this is for the product itself. */
export async function readContacts(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ids: readonly string[],
): Promise<Map<string, KnownContact>> {
  if (ids.length === 0) return new Map();
  const rows = await call.tx
    .selectFrom('contacts')
    .select(['id', 'phone', 'wa_id', 'wa_user_id', 'username', 'profile_name', 'first_name', 'last_name'])
    .select(['email', 'language', 'consent', 'blocked_at', 'unreachable_at', 'fields'])
    .where('workspace_id', '=', call.workspaceId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        phone: row.phone,
        waId: row.wa_id,
        userId: row.wa_user_id,
        displayName: displayName(row),
        firstName: row.first_name,
        lastName: row.last_name,
        email: row.email,
        language: row.language,
        consent: row.consent as Consent,
        blocked: row.blocked_at !== null,
        unreachable: row.unreachable_at !== null,
        fields: row.fields as Record<string, FieldValue>,
      },
    ]),
  );
}

/**
 * Records consent with its source, in batch; tells `contact.consent_changed` of those that changed and answers their
 * ids. Contacts that have this consent already do not change.
 */
export async function setConsent(
  call: ConsentCall,
  contactIds: readonly string[],
  consent: Consent,
  source: string,
  note?: string,
): Promise<string[]> {
  const rows = [...new Set(contactIds)].map((contactId) => ({ contactId, consent }));
  const changes = await updateConsent(call, rows, { source, note });
  await publishAll(
    call,
    changes.map(({ contactId, from, to }) => ({
      name: 'contact.consent_changed' as const,
      subjectId: contactId,
      payload: { from, to, source },
    })),
  );
  return changes.map((change) => change.contactId);
}

type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** WhatsApp says that these contacts cannot be reached. */
export function markUnreachable(call: StoreCall, contactIds: readonly string[]): Promise<void> {
  return setUnreachable(call, contactIds, true);
}

/** WhatsApp holds marketing to these contacts back: none is sent before `until`. */
export function restMarketing(call: StoreCall, contactIds: readonly string[], until: Date): Promise<void> {
  return setMarketingRest(call, contactIds, until);
}

/** WhatsApp says that the business blocked these people there: they are blocked here too. */
export async function markBlocked(call: StoreCall, contactIds: readonly string[]): Promise<void> {
  await setBlocked(call, sql`select unnest(${contactIds}::uuid[])`, true);
}

/** A message arrived or was received: they are on WhatsApp after all. */
export function markReachable(call: StoreCall, contactIds: readonly string[]): Promise<void> {
  return setUnreachable(call, contactIds, false);
}

/** Notes when contacts last wrote (`in`) or were written to (`out`); earlier times than the known ones are ignored. */
export function noteLastMessage(
  call: StoreCall,
  direction: 'in' | 'out',
  rows: readonly { contactId: string; at: Date }[],
): Promise<void> {
  return setLastMessage(call, direction, rows);
}

/**
 * The people of lists and hand-picked ones as a query of `contact_id` and `times` (how often each was named), one row
 * per contact. Nobody is left out yet.
 */
export function audienceOf(
  call: Pick<Call, 'workspaceId'>,
  { listIds, contactIds }: { listIds: readonly string[]; contactIds: readonly string[] },
): RawBuilder<{ contact_id: string; times: number }> {
  return sql`
    select contact_id, count(*)::int as times from (
      select m.contact_id from list_members m
      where m.workspace_id = ${call.workspaceId} and m.list_id = any(${listIds}::uuid[])
      union all
      select c.id from unnest(${contactIds}::uuid[]) picked(id)
      join contacts c on c.workspace_id = ${call.workspaceId} and c.id = picked.id
    ) named group by contact_id`;
}
