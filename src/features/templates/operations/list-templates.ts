// Lists templates, last changed first.
import { sql } from 'kysely';
import { showTemplates } from '#features/templates/show-template.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import type { TemplateRow } from '#features/templates/templates.store.ts';
import type { Handler } from '#operations/handle.ts';
import { newestFirst } from '#operations/newest-first.ts';

export const listTemplates: Handler<typeof templatesContract.list> = async (call, input) => {
  let query = call.tx.selectFrom('templates').selectAll().where('workspace_id', '=', call.workspaceId);
  query = input.status ? query.where('status', '=', input.status) : query.where('status', '!=', 'deleted');
  if (input.category) query = query.where('category', '=', input.category);
  if (input.language) query = query.where('language', '=', input.language);
  if (input.accountId) query = query.where('account_id', '=', input.accountId);
  if (input.favourite) query = query.where(isFavouriteOf(call.userId));
  if (input.search?.trim()) query = query.where(searched(input.search.trim()));
  const page = await newestFirst(query, 'updated_at', input);
  const rows = page.items as unknown as TemplateRow[];
  return { ...page, items: await showTemplates(call, rows) };
};

function isFavouriteOf(userId: string | null) {
  return sql<boolean>`exists (select from template_favourites f where f.workspace_id = templates.workspace_id
    and f.template_id = templates.id and f.user_id = ${userId}::uuid)`;
}

/** A name is written with underscores, but people type spaces. */
function searched(text: string) {
  const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(name ilike ${like(text.replace(/\s+/g, '_'))} or content #>> '{body,text}' ilike ${like(text)})`;
}
