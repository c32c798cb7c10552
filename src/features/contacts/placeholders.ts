// Puts a contact's values into texts that name them as %%CODE%%. Pure.
import type { FieldValue } from '#features/fields/fields.contract.ts';

/** What placeholders need of a contact. */
export type PlaceholderContact = {
  phone: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  language: string | null;
  fields: Record<string, FieldValue>;
};

/** Codes in use in a text, each once, in order. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map((match) => match[1]!))];
}

const PLACE = /%%([A-Z][A-Z0-9_]{0,39})%%/g;

/** Value of each code for this contact; codes without a value are left out. `accountName` is the workspace's name. */
export function placeholderValues(contact: PlaceholderContact, accountName: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [code, value] of Object.entries(contact.fields)) values[code] = inWords(value);
  const own = {
    FIRST_NAME: contact.firstName,
    LAST_NAME: contact.lastName,
    EMAIL: contact.email ?? '',
    PHONE: contact.phone ?? '',
    ACCOUNT_NAME: accountName,
    LANGUAGE: contact.language ?? '',
  };
  for (const [code, value] of Object.entries(own)) if (value !== '') values[code] = value;
  return values;
}

/** The text with every %%CODE%% replaced, and the codes that had no value and became nothing. */
export function fillPlaceholders(
  text: string,
  values: Readonly<Record<string, string>>,
): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(PLACE, (_whole, code: string) => {
    if (Object.hasOwn(values, code)) return values[code]!;
    missing.add(code);
    return '';
  });
  return { text: filled, missing: [...missing] };
}

function inWords(value: FieldValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
