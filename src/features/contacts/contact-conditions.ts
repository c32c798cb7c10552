// Turns kept conditions over contacts into SQL.
import { type RawBuilder, sql } from 'kysely';
import type { Field } from '#features/fields/fields.contract.ts';
import { readFields } from '#features/fields/fields.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { ContactCondition, ContactConditions } from './contact-conditions.contract.ts';
import { listed, onField, tagged } from './contact-filter.ts';
import { isKnownCountry, phonePrefixes } from './phone-country.ts';

type Condition = RawBuilder<boolean>;
type ConditionsCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
type Of<A extends ContactCondition['about']> = Extract<ContactCondition, { about: A }>;

/** A condition on `contacts c` of the workspace. Throws `bad_input` naming the condition that does not fit. */
export async function meeting(call: ConditionsCall, conditions: ContactConditions): Promise<Condition> {
  const asksFields = conditions.groups.some((group) => group.conditions.some((c) => c.about === 'field'));
  const fields = asksFields ? await readFields(call) : [];
  const groups = conditions.groups.map((group, g) =>
    joined(
      group.match,
      group.conditions.map((each, c) => oneOf(call, fields, each, `conditions.groups.${g}.conditions.${c}`)),
    ),
  );
  return sql`(c.workspace_id = ${call.workspaceId} and ${joined(conditions.match, groups)})`;
}

function joined(match: 'all' | 'any', all: Condition[]): Condition {
  return sql`(${sql.join(all, match === 'all' ? sql` and ` : sql` or `)})`;
}

function oneOf(
  call: ConditionsCall,
  fields: readonly Field[],
  condition: ContactCondition,
  path: string,
): Condition {
  switch (condition.about) {
    case 'tags':
      return inSet(tagged, condition);
    case 'lists':
      return inSet(listed, condition);
    case 'field':
      return sql`coalesce(${onField(fields, condition, path)}, false)`;
    case 'text':
      return onText(condition, path);
    case 'consent':
      return condition.check === 'any_of'
        ? sql`c.consent = any(${condition.values}::text[])`
        : sql`c.consent <> all(${condition.values}::text[])`;
    case 'country':
      return inCountry(condition, path);
    case 'time':
      return onTime(call, condition, path);
    case 'blocked':
      return condition.is ? sql`c.blocked_at is not null` : sql`c.blocked_at is null`;
    case 'unreachable':
      return condition.is ? sql`c.unreachable_at is not null` : sql`c.unreachable_at is null`;
  }
}

function inSet(
  member: (ids: readonly string[]) => Condition,
  { check, ids }: Of<'tags' | 'lists'>,
): Condition {
  if (check === 'any_of') return member(ids);
  if (check === 'none_of') return sql`not ${member(ids)}`;
  return joined(
    'all',
    ids.map((id) => member([id])),
  );
}

const COLUMN = {
  first_name: sql`c.first_name`,
  last_name: sql`c.last_name`,
  phone: sql`coalesce(c.phone, '')`,
  email: sql`coalesce(c.email, '')`,
  language: sql`coalesce(c.language, '')`,
  source: sql`c.source`,
};

function onText({ of, check, value }: Of<'text'>, path: string): Condition {
  const column = COLUMN[of];
  if (check === 'is_set') return sql`${column} <> ''`;
  if (check === 'is_empty') return sql`${column} = ''`;
  const text = value.trim().toLowerCase();
  if (text === '') throw badInput([{ path: `${path}.value`, message: 'Give a value to compare with' }]);
  if (check === 'is') return sql`lower(${column}) = ${text}`;
  if (check === 'is_not') return sql`lower(${column}) <> ${text}`;
  const literal = text.replace(/[\\%_]/g, '\\$&');
  return sql`lower(${column}) like ${check === 'contains' ? `%${literal}%` : `${literal}%`}`;
}

function inCountry({ check, values }: Of<'country'>, path: string): Condition {
  const unknown = values.find((value) => !isKnownCountry(value));
  if (unknown)
    throw badInput([{ path: `${path}.values`, message: `No phone numbers are known of country ${unknown}` }]);
  const all = values.map(phonePrefixes);
  const starts = all.flatMap((each) => each.starts);
  // A longer prefix of another country that was chosen too is no exception.
  const except = all.flatMap((each) => each.except).filter((prefix) => !starts.includes(prefix));
  const like = (prefixes: readonly string[]) => prefixes.map((prefix) => `+${prefix}%`);
  const known = sql`coalesce(c.phone, '+' || c.wa_id)`;
  const byPhone = sql`${known} like any(${like(starts)}::text[])`;
  const own =
    except.length > 0 ? sql`(${byPhone} and ${known} not like all(${like(except)}::text[]))` : byPhone;
  const inside = sql`coalesce(${own}, left(c.wa_user_id, 2) = any(${values}::text[]), false)`;
  return check === 'any_of' ? sql`${inside}` : sql`not ${inside}`;
}

const TIME = {
  created: sql`c.created_at`,
  last_inbound: sql`c.last_inbound_at`,
  last_outbound: sql`c.last_outbound_at`,
  consent_given: sql`case when c.consent = 'subscribed' then c.consent_at end`,
};

function onTime(call: ConditionsCall, { of, check, days, date }: Of<'time'>, path: string): Condition {
  const time = TIME[of];
  if (check === 'never') return sql`${time} is null`;
  if (check === 'ever') return sql`${time} is not null`;
  const since = sql`${call.now}::timestamptz - ${days} * interval '1 day'`;
  if (check === 'within_days') return sql`coalesce(${time} >= ${since}, false)`;
  if (check === 'not_within_days') return sql`coalesce(${time} < ${since}, true)`;
  if (!date) throw badInput([{ path: `${path}.date`, message: 'Choose a day' }]);
  const zone = sql`(select time_zone from workspaces where id = ${call.workspaceId})`;
  if (check === 'before')
    return sql`coalesce(${time} < (${date}::date::timestamp at time zone ${zone}), false)`;
  return sql`coalesce(${time} >= ((${date}::date + 1)::timestamp at time zone ${zone}), false)`;
}
