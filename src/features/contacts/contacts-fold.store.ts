// The SQL that makes two contacts one row.
import { sql } from 'kysely';
import type { Consent } from './contact-filter.contract.ts';
import type { StoreCall } from './contacts-upsert.store.ts';

/** Consents of both before, by contact. */
export async function readConsents(
  call: Pick<StoreCall, 'tx' | 'workspaceId'>,
  ids: readonly string[],
): Promise<Map<string, Consent>> {
  const rows = await call.tx
    .selectFrom('contacts')
    .select(['id', 'consent'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.consent as Consent]));
}

/**
 * Gives `to` what `from` has and `to` lacks, and deletes `from`. Both are locked; what hangs on `from` has moved.
 * Of what both have, `to` keeps its own, save what `taken` names: `name`, `phone`, `email`, `language`, `fields.CODE`.
 * Notes are put together. Who unsubscribed or is blocked as one of the two is so as the one that stays; else the
 * later word on consent counts.
 */
export async function foldContact(
  call: StoreCall,
  from: string,
  to: string,
  taken: ReadonlySet<string> = new Set(),
): Promise<void> {
  const { rows } = await sql<{ gone: string }>`
    delete from contacts c where workspace_id = ${call.workspaceId} and id = ${from}::uuid
    returning row_to_json(c)::text as gone`.execute(call.tx);
  const codes = [...taken].filter((key) => key.startsWith('fields.')).map((key) => key.slice(7));
  const name = sql`(case when ${taken.has('name')} then g.first_name <> '' or g.last_name <> ''
    else c.first_name = '' and c.last_name = '' end)`;
  const either = (key: string, column: string) => {
    const [own, others] = [sql.ref(`c.${column}`), sql.ref(`g.${column}`)];
    return taken.has(key) ? sql`coalesce(${others}, ${own})` : sql`coalesce(${own}, ${others})`;
  };
  const phone = sql`(g.phone is not null and (c.phone is null or ${taken.has('phone')}))`;
  const rank = (row: 'c' | 'g') =>
    sql`case ${sql.ref(`${row}.consent`)} when 'unsubscribed' then 2 when 'subscribed' then 1 else 0 end`;
  const consent = sql`(${rank('g')} > ${rank('c')}
    or (g.consent = c.consent and g.consent_at > coalesce(c.consent_at, '-infinity')))`;
  await sql`
    update contacts c set
      phone = ${either('phone', 'phone')}, wa_id = ${either('phone', 'wa_id')},
      wa_user_id = ${either('phone', 'wa_user_id')}, username = ${either('phone', 'username')},
      unreachable_at = case when ${phone} then g.unreachable_at else c.unreachable_at end,
      profile_name = coalesce(g.profile_name, c.profile_name),
      first_name = case when ${name} then g.first_name else c.first_name end,
      last_name = case when ${name} then g.last_name else c.last_name end,
      email = ${either('email', 'email')}, language = ${either('language', 'language')},
      notes = concat_ws(E'\\n', nullif(c.notes, ''), nullif(g.notes, '')),
      fields = g.fields || c.fields || (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(g.fields)
        where key = any(${codes}::text[])),
      blocked_at = coalesce(c.blocked_at, g.blocked_at),
      consent = case when ${consent} then g.consent else c.consent end,
      consent_source = case when ${consent} then g.consent_source else c.consent_source end,
      consent_at = case when ${consent} then g.consent_at else c.consent_at end,
      last_inbound_at = greatest(c.last_inbound_at, g.last_inbound_at),
      last_outbound_at = greatest(c.last_outbound_at, g.last_outbound_at),
      updated_at = ${call.now}
    from json_populate_record(null::contacts, ${rows[0]!.gone}::json) g
    where c.workspace_id = ${call.workspaceId} and c.id = ${to}::uuid`.execute(call.tx);
}
