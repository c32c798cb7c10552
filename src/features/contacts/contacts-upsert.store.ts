// The SQL that finds, makes and changes many contacts at once.
import { sql } from 'kysely';
import type { FieldChanges } from '#features/fields/fields.ts';
import type { Call } from '#operations/call.ts';
import type { Consent } from './contact-filter.contract.ts';
import { otherSpellings } from './phone-number.ts';

export type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** By what a person is known. */
export type Identity = { phone?: string | null; waId?: string | null; userId?: string | null };

/** A contact as it is to be; what is undefined stays as it is, or empty. */
export type ContactEntry = Identity & {
  username?: string | undefined;
  profileName?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  email?: string | undefined;
  language?: string | undefined;
  notes?: string | undefined;
  fields?: FieldChanges | undefined;
};

/** Contacts that an identity names, the surest first; more than one: they are one person. */
export type Match = string[];

/** The contacts of each identity, in order. The rows are not locked. */
export async function findByIdentity(call: StoreCall, identities: readonly Identity[]): Promise<Match[]> {
  const phones: [number, string][] = [];
  const waIds: [number, string][] = [];
  const users: [number, string][] = [];
  identities.forEach(({ phone, waId, userId }, n) => {
    const digits = new Set([phone?.slice(1), waId].filter((d): d is string => Boolean(d)));
    for (const one of [...digits]) for (const other of otherSpellings(one)) digits.add(other);
    for (const one of digits) {
      phones.push([n, `+${one}`]);
      waIds.push([n, one]);
    }
    if (userId) users.push([n, userId]);
  });
  const matches = identities.map(() => new Set<string>());
  const look = async (column: 'phone' | 'wa_id' | 'wa_user_id', keys: [number, string][]) => {
    if (keys.length === 0) return [];
    const { rows } = await sql<{ n: number; id: string }>`
      select k.n, c.id from unnest(${keys.map(([n]) => n)}::int[], ${keys.map(([, key]) => key)}::text[])
        with ordinality k(n, key, place)
      join contacts c on c.workspace_id = ${call.workspaceId} and c.${sql.ref(column)} = k.key order by k.place`.execute(
      call.tx,
    );
    return rows;
  };
  for (const { n, id } of await look('wa_user_id', users)) matches[n]!.add(id);
  for (const { n, id } of await look('phone', phones)) matches[n]!.add(id);
  for (const { n, id } of await look('wa_id', waIds)) matches[n]!.add(id);
  return matches.map((ids) => [...ids]);
}

/** Holds these rows to the end of the transaction, always in the same order. */
export async function lockContacts(call: StoreCall, ids: readonly string[]): Promise<void> {
  await sql`select 1 from contacts where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    order by id for update`.execute(call.tx);
}

export type NewRow = ContactEntry & {
  id: string;
  source: string;
  consent: Consent;
  consentSource: string | null;
};

/** Makes contacts; answers the ids made. Those whose phone or id another transaction has just taken are left out. */
export async function insertContacts(call: StoreCall, rows: readonly NewRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  // Sorted, so that two batches with the same people wait for each other in one order.
  const sorted = [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const text = (of: (row: NewRow) => string | null | undefined) => sorted.map((row) => of(row) ?? null);
  const { rows: made } = await sql<{ id: string }>`
    insert into contacts (workspace_id, id, phone, wa_id, wa_user_id, username, profile_name, first_name, last_name,
      email, language, notes, fields, consent, consent_source, consent_at, source, created_at, updated_at)
    select ${call.workspaceId}, r.id, r.phone, r.wa_id, r.user_id, r.username, r.profile_name,
      coalesce(r.first_name, ''), coalesce(r.last_name, ''), r.email, r.language, coalesce(r.notes, ''),
      jsonb_strip_nulls(r.fields), r.consent, r.consent_source,
      case when r.consent <> 'not_declared' then ${call.now}::timestamptz end, r.source, ${call.now}, ${call.now}
    from unnest(${text((r) => r.id)}::uuid[], ${text((r) => r.phone)}::text[], ${text((r) => r.waId)}::text[],
      ${text((r) => r.userId)}::text[], ${text((r) => r.username)}::text[], ${text((r) => r.profileName)}::text[],
      ${text((r) => r.firstName)}::text[], ${text((r) => r.lastName)}::text[], ${text((r) => r.email)}::text[],
      ${text((r) => r.language)}::text[], ${text((r) => r.notes)}::text[],
      ${text((r) => JSON.stringify(r.fields ?? {}))}::jsonb[], ${text((r) => r.consent)}::text[],
      ${text((r) => r.consentSource)}::text[], ${text((r) => r.source)}::text[])
      r(id, phone, wa_id, user_id, username, profile_name, first_name, last_name, email, language, notes, fields,
        consent, consent_source, source)
    on conflict do nothing returning id`.execute(call.tx);
  return new Set(made.map((row) => row.id));
}

function key(row: Identity): string {
  return row.phone ?? row.waId ?? row.userId ?? '';
}

/**
 * Changes contacts that exist, one entry per id. `fill`: only what is empty. WhatsApp's ids are replaced by what is
 * given, a phone only added where there was none; that nobody else has them is the caller's to see to.
 */
export async function updateContacts(
  call: StoreCall,
  rows: readonly (ContactEntry & { id: string })[],
  fill: boolean,
): Promise<void> {
  if (rows.length === 0) return;
  const text = (of: (row: ContactEntry & { id: string }) => string | null | undefined) =>
    rows.map((row) => of(row) ?? null);
  // Texts that are never null are empty when they are not known.
  const word = (column: string) => {
    const [old, next] = [sql.ref(`o.${column}`), sql.ref(`r.${column}`)];
    return fill
      ? sql`case when ${old} = '' then coalesce(${next}, '') else ${old} end as ${sql.ref(column)}`
      : sql`coalesce(${next}, ${old}) as ${sql.ref(column)}`;
  };
  const optional = (column: string) => {
    const [old, next] = [sql.ref(`o.${column}`), sql.ref(`r.${column}`)];
    return fill
      ? sql`coalesce(${old}, nullif(${next}, '')) as ${sql.ref(column)}`
      : sql`case when ${next} is null then ${old} else nullif(${next}, '') end as ${sql.ref(column)}`;
  };
  const columns = sql`phone, wa_id, wa_user_id, username, profile_name, first_name, last_name, notes, email, language, fields`;
  // Rows that say nothing new are not written: loading a file again then costs little.
  await sql`
    update contacts c set (${columns}, updated_at) = (select ${columns}, ${call.now}::timestamptz
      from (select n.*) one)
    from (
      select o.id, coalesce(o.phone, r.phone) as phone, coalesce(r.wa_id, o.wa_id) as wa_id,
        coalesce(r.user_id, o.wa_user_id) as wa_user_id, coalesce(r.username, o.username) as username,
        coalesce(r.profile_name, o.profile_name) as profile_name,
        ${word('first_name')}, ${word('last_name')}, ${word('notes')}, ${optional('email')}, ${optional('language')},
        ${fill ? sql`jsonb_strip_nulls(r.fields) || o.fields` : sql`jsonb_strip_nulls(o.fields || r.fields)`} as fields
    from unnest(${text((r) => r.id)}::uuid[], ${text((r) => r.phone)}::text[], ${text((r) => r.waId)}::text[],
      ${text((r) => r.userId)}::text[], ${text((r) => r.username)}::text[], ${text((r) => r.profileName)}::text[],
      ${text((r) => r.firstName)}::text[], ${text((r) => r.lastName)}::text[], ${text((r) => r.email)}::text[],
      ${text((r) => r.language)}::text[], ${text((r) => r.notes)}::text[],
      ${text((r) => JSON.stringify(r.fields ?? {}))}::jsonb[])
      r(id, phone, wa_id, user_id, username, profile_name, first_name, last_name, email, language, notes, fields)
      join contacts o on o.workspace_id = ${call.workspaceId} and o.id = r.id
    ) n
    where c.workspace_id = ${call.workspaceId} and c.id = n.id
      and (c.phone, c.wa_id, c.wa_user_id, c.username, c.profile_name, c.first_name, c.last_name, c.notes, c.email,
        c.language, c.fields) is distinct from (n.phone, n.wa_id, n.wa_user_id, n.username, n.profile_name,
        n.first_name, n.last_name, n.notes, n.email, n.language, n.fields)`.execute(call.tx);
}
