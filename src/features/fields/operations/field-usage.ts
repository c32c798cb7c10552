// Says where a custom field is used: on how many contacts, in which templates and campaigns.
import { sql } from 'kysely';
import type { fieldsContract } from '#features/fields/fields.contract.ts';
import { findField } from '#features/fields/fields.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

const MOST = 50;

export const fieldUsage: Handler<typeof fieldsContract.usage> = async (call, { id }) => {
  const field = await findField(call, id);
  if (!field) throw notFound('field');
  const { count } = await call.tx
    .selectFrom('contacts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', call.workspaceId)
    .where(sql<boolean>`fields ? ${field.code}`)
    .executeTakeFirstOrThrow();
  // A code stands in texts as %%CODE%%, and as a whole JSON string where it is a variable's source.
  const placeholder = `%\\%\\%${like(field.code)}\\%\\%%`;
  const word = `%"${like(field.code)}"%`;
  const templates = await call.tx
    .selectFrom('templates')
    .select(['id', 'name', 'language'])
    .where('workspace_id', '=', call.workspaceId)
    .where('status', '<>', 'deleted')
    .where(
      sql<boolean>`(content::text like ${placeholder} or variables::text like ${placeholder} or variables::text like ${word})`,
    )
    .orderBy('name')
    .limit(MOST)
    .execute();
  const campaigns = await call.tx
    .selectFrom('campaigns')
    .select(['id', 'name'])
    .where('workspace_id', '=', call.workspaceId)
    .where(sql<boolean>`(variables::text like ${placeholder} or variables::text like ${word})`)
    .orderBy('created_at', 'desc')
    .limit(MOST)
    .execute();
  return { contacts: count, templates, campaigns };
};

function like(code: string): string {
  return code.replaceAll('_', '\\_');
}
