// A recipient's values by field code, as template variables ask for them. Pure.
import type { NextRecipient } from './campaigns-recipients.store.ts';

export function valuesOf(person: NextRecipient, accountName: string): Record<string, string | undefined> {
  const values: Record<string, string | undefined> = {};
  for (const [code, value] of Object.entries(person.fields))
    values[code] = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return {
    ...values,
    FIRST_NAME: person.firstName,
    LAST_NAME: person.lastName,
    EMAIL: person.email ?? undefined,
    PHONE: person.phone ?? undefined,
    LANGUAGE: person.language ?? undefined,
    ACCOUNT_NAME: accountName,
  };
}
