// Lists templates, last changed first.
import { sql } from 'kysely';
import { showTemplate } from '#features/templates/show-template.ts';
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
  if (input.favourite) query = query.where('favourite', '=', true);
  if (input.search?.trim()) query = query.where(searched(input.search.trim()));
  const page = await newestFirst(query, 'updated_at', input);
  return { ...page, items: page.items.map((row) => showTemplate(row as unknown as TemplateRow, call.now)) };
};

/** A name is written with underscores, but people type spaces. */
function searched(text: string) {
  const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(name ilike ${like(text.replace(/\s+/g, '_'))} or content #>> '{body,text}' ilike ${like(text)})`;
}
