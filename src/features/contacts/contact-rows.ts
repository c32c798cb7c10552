// Reads contacts with their tags and lists, as the contract shows them.
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Contacts } from '#db/tables.generated.ts';
import type { FieldValue } from '#features/fields/fields.contract.ts';
import { readFields } from '#features/fields/fields.ts';
import type { Named } from '#features/tags/tags.contract.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { Consent } from './contact-filter.contract.ts';
import type { Visible } from './contact-filter.ts';
import type { Contact } from './contacts.contract.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;
type Row = Selectable<Contacts> & { tags: Named[]; lists: Named[]; at: string };

/** Place in a list: the sort value and the id of the last row seen. */
export type After = { value: string; id: string };

/** Up to `limit` contacts that meet `condition`, with the sort value of each for the cursor. */
export async function readContactPage(
  call: ReadCall,
  condition: Visible,
  options: { sort: 'newest' | 'name'; limit: number; after?: After | undefined },
): Promise<{ contact: Contact; value: string }[]> {
  const { sort, limit, after } = options;
  const order = sort === 'newest' ? sql`c.created_at desc, c.id desc` : sql`c.name_key, c.id`;
  const from = !after
    ? sql`true`
    : sort === 'newest'
      ? sql`(c.created_at, c.id) < (${after.value}::timestamptz, ${after.id}::uuid)`
      : sql`(c.name_key, c.id) > (${after.value}, ${after.id}::uuid)`;
  const rows = await readRows(
    call,
    sql`where ${condition} and ${from} order by ${order} limit ${limit}`,
    sql`order by ${order}`,
  );
  const shown = await shownCodes(call);
  return rows.map((row) => ({
    contact: toContact(row, shown),
    value: sort === 'newest' ? row.at : (row.name_key ?? ''),
  }));
}

/** The contacts with these ids that the condition allows, in no order. */
export async function readContactsById(
  call: ReadCall,
  ids: readonly string[],
  condition: Visible,
): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await readRows(call, sql`where ${condition} and c.id = any(${ids}::uuid[])`, sql``);
  const shown = await shownCodes(call);
  return rows.map((row) => toContact(row, shown));
}

async function readRows(
  call: ReadCall,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<Row[]> {
  // Tags and lists are gathered for the rows of the page only.
  const { rows } = await sql<Row>`
    select c.*, c.created_at::text as at,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by lower(t.name))
        from contact_tags ct join tags t on t.workspace_id = ct.workspace_id and t.id = ct.tag_id
        where ct.workspace_id = c.workspace_id and ct.contact_id = c.id), '[]') as tags,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name) order by lower(l.name))
        from list_members m join lists l on l.workspace_id = m.workspace_id and l.id = m.list_id
        where m.workspace_id = c.workspace_id and m.contact_id = c.id), '[]') as lists
    from (select c.* from contacts c ${where}) c ${order}`.execute(call.tx);
  return rows;
}

/** Values whose field was deleted are not shown while they wait to be forgotten. */
async function shownCodes(call: ReadCall): Promise<Set<string>> {
  return new Set((await readFields(call)).map((field) => field.code));
}

function toContact(row: Row, shown: ReadonlySet<string>): Contact {
  const values = Object.entries(row.fields as Record<string, FieldValue>);
  return {
    id: row.id,
    phone: row.phone,
    waId: row.wa_id,
    userId: row.wa_user_id,
    username: row.username,
    profileName: row.profile_name,
    firstName: row.first_name,
    lastName: row.last_name,
    displayName: displayName(row),
    email: row.email,
    language: row.language,
    consent: row.consent as Consent,
    consentSource: row.consent_source,
    consentAt: iso(row.consent_at),
    blockedAt: iso(row.blocked_at),
    unreachableAt: iso(row.unreachable_at),
    notes: row.notes,
    fields: Object.fromEntries(values.filter(([code]) => shown.has(code))),
    tags: row.tags,
    lists: row.lists,
    source: row.source,
    lastInboundAt: iso(row.last_inbound_at),
    lastOutboundAt: iso(row.last_outbound_at),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}

type NameParts = Pick<
  Selectable<Contacts>,
  'first_name' | 'last_name' | 'profile_name' | 'username' | 'phone' | 'wa_user_id'
>;

/** The best name there is. */
export function displayName(row: NameParts): string {
  return (
    `${row.first_name} ${row.last_name}`.trim() ||
    row.profile_name ||
    row.username ||
    row.phone ||
    row.wa_user_id ||
    ''
  );
}
