// Turns filters and selections of contacts into SQL, and holds the rule of who may see whom.
import { type RawBuilder, sql } from 'kysely';
import type { Field } from '#features/fields/fields.contract.ts';
import { readFields, readFieldValue } from '#features/fields/fields.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { ContactFilter, ContactSelection, FieldCondition } from './contact-filter.contract.ts';

type Condition = RawBuilder<boolean>;
declare const seen: unique symbol;
/** A condition on `contacts c` that holds the caller's row rule: queries for a caller cannot be built without one. */
export type Visible = Condition & { [seen]: true };
type FilterCall = Pick<Call, 'tx' | 'workspaceId'>;
type SeeingCall = FilterCall & Pick<Call, 'permissions' | 'userId'>;

/** More matches than this are found faster by walking the list than through the index of the search. */
const FEW = 2_000;

/**
 * Everybody for who has `chats:all`, else those whose conversation is assigned to the caller, and those whom the caller
 * made and with whom nobody has a conversation yet.
 */
export function visibleTo(call: SeeingCall): Visible {
  const { workspaceId, userId } = call;
  // Gathered from the person's side: they have few contacts, the workspace may have a million.
  const condition = call.permissions.has('chats:all')
    ? sql<boolean>`c.workspace_id = ${workspaceId} and c.erasing_at is null`
    : sql<boolean>`(c.workspace_id = ${workspaceId} and c.erasing_at is null and c.id in (
        select v.contact_id from conversation_assignees a
        join conversations v on v.workspace_id = a.workspace_id and v.id = a.conversation_id
        where a.workspace_id = ${workspaceId} and a.user_id = ${userId}::uuid
        union all
        select o.id from contacts o where o.workspace_id = ${workspaceId} and o.made_by = ${userId}::uuid
          and not exists (select from conversations v where v.workspace_id = o.workspace_id and v.contact_id = o.id)))`;
  return condition as Visible;
}

/** Conditions on `contacts c`, with the row rule. Refuses conditions on fields that do not fit. */
export async function matching(call: SeeingCall, filter: ContactFilter): Promise<Visible> {
  const all: Condition[] = [visibleTo(call)];
  const { tagIds, withoutTagIds, listIds, withoutListIds, consent, blocked, unreachable } = filter;
  if (filter.search) all.push(await searching(call, filter.search));
  if (tagIds?.length) all.push(tagged(tagIds));
  if (withoutTagIds?.length) all.push(sql`not ${tagged(withoutTagIds)}`);
  if (listIds?.length) all.push(listed(listIds));
  if (withoutListIds?.length) all.push(sql`not ${listed(withoutListIds)}`);
  if (consent?.length) all.push(sql`c.consent = any(${consent}::text[])`);
  if (blocked !== undefined) all.push(blocked ? sql`c.blocked_at is not null` : sql`c.blocked_at is null`);
  if (unreachable !== undefined)
    all.push(unreachable ? sql`c.unreachable_at is not null` : sql`c.unreachable_at is null`);
  if (filter.createdFrom) all.push(sql`c.created_at >= ${filter.createdFrom}::timestamptz`);
  if (filter.createdTo) all.push(sql`c.created_at < ${filter.createdTo}::timestamptz`);
  if (filter.fields?.length) {
    const fields = await readFields(call);
    all.push(...filter.fields.map((condition, i) => onField(fields, condition, `fields.${i}`)));
  }
  return sql<boolean>`(${sql.join(all, sql` and `)})` as Visible;
}

/** The caller's row rule and a further condition on `contacts c`. */
export function visibleAnd(call: SeeingCall, condition: Condition): Visible {
  return sql<boolean>`(${visibleTo(call)} and ${condition})` as Visible;
}

/** A query of one column `id`: the contacts that the caller chose and may see. */
export async function selected(call: SeeingCall, selection: ContactSelection): Promise<RawBuilder<unknown>> {
  if ('ids' in selection)
    return sql`select c.id from contacts c where ${visibleTo(call)} and c.id = any(${selection.ids}::uuid[])`;
  const condition = await matching(call, selection.filter);
  return sql`select c.id from contacts c where ${condition} and c.id <> all(${selection.exceptIds}::uuid[])`;
}

/** Their ids, once and for all: acting on contacts may change whether they match. */
export async function selectedIds(call: SeeingCall, selection: ContactSelection): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${await selected(call, selection)}`.execute(call.tx);
  return rows.map((row) => row.id);
}

/** On `contacts c`: with any of these tags. */
export function tagged(ids: readonly string[]): Condition {
  return sql`exists (select 1 from contact_tags t where t.workspace_id = c.workspace_id and t.contact_id = c.id
    and t.tag_id = any(${ids}::uuid[]))`;
}

/** On `contacts c`: in any of these lists. */
export function listed(ids: readonly string[]): Condition {
  return sql`exists (select 1 from list_members m where m.workspace_id = c.workspace_id and m.contact_id = c.id
    and m.list_id = any(${ids}::uuid[]))`;
}

/** All words must occur; a number may be written with spaces. */
async function searching(call: FilterCall, text: string): Promise<Condition> {
  const lower = text.toLowerCase();
  const isNumber = /^\+?[\d\s().\-/]{3,}$/.test(lower);
  const words = isNumber ? [lower.replace(/[^\d+]/g, '')] : lower.split(/\s+/).slice(0, 8);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const plain = sql<boolean>`c.search like all (${patterns}::text[])`;
  // The index knows groups of three letters: the longest word narrows most.
  const longest = patterns.reduce((a, b) => (b.length > a.length ? b : a));
  if (longest.length < '%...%'.length) return plain;
  const { rows } = await sql<{ ids: string[] | null }>`
    select array_agg(id) as ids from contacts_matching(${longest}, ${FEW + 1}) id`.execute(call.tx);
  const ids = rows[0]?.ids ?? [];
  return ids.length > FEW ? plain : sql`(c.id = any(${ids}::uuid[]) and ${plain})`;
}

const CAST = {
  text: sql`text`,
  number: sql`numeric`,
  boolean: sql`boolean`,
  date: sql`date`,
  datetime: sql`timestamptz`,
};

/** On `contacts c`; throws `bad_input` at `path` when the condition does not fit the field. */
export function onField(
  fields: readonly Field[],
  { code, check, value }: FieldCondition,
  path: string,
): Condition {
  const field = fields.find((each) => each.code === code);
  if (!field) throw badInput([{ path: `${path}.code`, message: `There is no custom field ${code}` }]);
  if (check === 'is_set') return sql`c.fields ? ${code}`;
  if (check === 'is_empty') return sql`not c.fields ? ${code}`;
  if (value === '') throw badInput([{ path: `${path}.value`, message: 'Give a value to compare with' }]);
  const kept = sql`c.fields ->> ${code}`;
  if (check === 'contains') return sql`${kept} ilike ${`%${value.replace(/[\\%_]/g, '\\$&')}%`}`;
  const read = readFieldValue(field.type, value);
  if ('problem' in read)
    throw badInput([{ path: `${path}.value`, message: `${field.label}: ${read.problem}` }]);
  if (check === 'is' && field.type === 'text') return sql`lower(${kept}) = lower(${String(read.value)})`;
  if (check === 'is') return sql`c.fields @> ${JSON.stringify({ [code]: read.value })}::jsonb`;
  if (check === 'is_not')
    return field.type === 'text'
      ? sql`lower(${kept}) is distinct from lower(${String(read.value)})`
      : sql`not c.fields @> ${JSON.stringify({ [code]: read.value })}::jsonb`;
  // Values are checked when they are written; the guard is for a field that was deleted and defined anew.
  const cast = CAST[field.type];
  const sign = check === 'above' ? sql`>` : sql`<`;
  const guard =
    field.type === 'number'
      ? sql`jsonb_typeof(c.fields -> ${code}) = 'number'`
      : sql`jsonb_typeof(c.fields -> ${code}) = 'string'`;
  const side = field.type === 'text' ? sql`lower(${kept})` : sql`(${kept})::${cast}`;
  const other =
    field.type === 'text' ? sql`lower(${String(read.value)})` : sql`${String(read.value)}::${cast}`;
  if (field.type === 'boolean')
    throw badInput([{ path: `${path}.check`, message: `${field.label} is yes or no: use is` }]);
  return sql`case when ${guard} then ${side} ${sign} ${other} else false end`;
}
