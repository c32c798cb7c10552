// What two contacts differ in, row by row: pure, for the dialog that asks whose value stays.
import type { Contact } from '#features/contacts/contacts.contract.ts';
import type { Field } from '#features/fields/fields.contract.ts';

/** `key` is what the server calls it; a custom field brings its field. Only what both have, and differently. */
export type MergeRow = { key: string; field?: Field; values: [string, string] };

const PLAIN = ['phone', 'email', 'language'] as const;

export function mergeRows(
  [a, b]: readonly [Contact, Contact],
  fields: readonly Field[],
  textOf: (field: Field, value: Contact['fields'][string] | undefined) => string,
): MergeRow[] {
  const rows: MergeRow[] = [
    { key: 'name', values: [nameOf(a), nameOf(b)] },
    ...PLAIN.map((key): MergeRow => ({ key, values: [a[key] ?? '', b[key] ?? ''] })),
    ...fields.map(
      (field): MergeRow => ({
        key: `fields.${field.code}`,
        field,
        values: [textOf(field, a.fields[field.code]), textOf(field, b.fields[field.code])],
      }),
    ),
  ];
  return rows.filter(({ values: [one, two] }) => one !== '' && two !== '' && one !== two);
}

function nameOf({ firstName, lastName }: Contact): string {
  return `${firstName} ${lastName}`.trim();
}

/** Tags or lists of the one that goes which the other lacks. */
export function newFor(stays: readonly { id: string }[], goes: readonly { id: string }[]): number {
  const known = new Set(stays.map(({ id }) => id));
  return goes.filter(({ id }) => !known.has(id)).length;
}
