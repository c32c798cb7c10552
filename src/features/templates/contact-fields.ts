// A contact's values by field code, as templates ask for them.
import { notFound } from '#kit/errors.ts';
import type { InWorkspace } from './templates.store.ts';

/** Throws `not_found`. */
export async function fieldsOfContact(
  call: InWorkspace,
  contactId: string,
): Promise<Record<string, string | undefined>> {
  const row = await call.tx
    .selectFrom('contacts')
    .innerJoin('workspaces', 'workspaces.id', 'contacts.workspace_id')
    .select(['first_name', 'last_name', 'email', 'phone', 'contacts.language', 'fields', 'workspaces.name'])
    .where('workspace_id', '=', call.workspaceId)
    .where('contacts.id', '=', contactId)
    .executeTakeFirst();
  if (!row) throw notFound('contact');
  const own = Object.entries(row.fields as Record<string, unknown>).map(([code, value]) => [
    code,
    String(value),
  ]);
  return {
    ...Object.fromEntries(own),
    FIRST_NAME: row.first_name,
    LAST_NAME: row.last_name,
    EMAIL: row.email ?? undefined,
    PHONE: row.phone ?? undefined,
    LANGUAGE: row.language ?? undefined,
    ACCOUNT_NAME: row.name,
  };
}
