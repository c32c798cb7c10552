// Scheduled messages as the contract shows them: templates with the words that the contact would read now.
import { placeholderValues, readContacts } from '#features/contacts/contacts.ts';
import { renderTemplate, textsFromSources, type ValueSources } from '#features/templates/templates.ts';
import type { VisibleThread } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { TemplateContent } from '#whatsapp/template-model.ts';
import type { ScheduledMessage } from './scheduled.contract.ts';
import type { ScheduledRow, ScheduledTemplate } from './scheduled.store.ts';

type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;

export async function showScheduled(
  call: ReadCall,
  thread: VisibleThread,
  rows: readonly ScheduledRow[],
): Promise<ScheduledMessage[]> {
  const templates = await readTemplates(call, thread, rows);
  return rows.map((row) => ({
    id: row.id,
    sendAt: iso(row.sendAt),
    state: row.state,
    failure: row.failureCode ? { code: row.failureCode, text: row.failureText ?? '' } : null,
    author: { kind: row.author.kind, name: row.author.name },
    answer: 'answer' in row.content ? row.content.answer : null,
    file: row.fileName === null ? null : { name: row.fileName, mimeType: row.fileType ?? '' },
    template: 'answer' in row.content ? null : templates(row.content),
    windowOpen: isOpenAt(thread, row.sendAt),
  }));
}

export function isOpenAt({ windowClosesAt }: VisibleThread, at: Date): boolean {
  return windowClosesAt !== null && windowClosesAt > at;
}

async function readTemplates(call: ReadCall, thread: VisibleThread, rows: readonly ScheduledRow[]) {
  const wanted = rows.flatMap(({ content }) => ('answer' in content ? [] : [content.templateId]));
  const known = wanted.length > 0 ? await readKnown(call, thread, wanted) : undefined;
  return ({ templateId: id, ...given }: ScheduledTemplate) => {
    const template = known?.templates.get(id);
    if (!known || !template) return { id, name: '', text: '', ...given };
    const filling = { ...textsFromSources(template.variables, known.values), ...given.texts };
    return { id, name: template.name, text: renderTemplate(template.content, filling).body, ...given };
  };
}

async function readKnown(call: ReadCall, thread: VisibleThread, ids: readonly string[]) {
  const found = await call.tx
    .selectFrom('templates')
    .select(['id', 'name', 'content', 'variables'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  const { name } = await call.tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  const contact = (await readContacts(call, [thread.contactId])).get(thread.contactId);
  return {
    templates: new Map(
      found.map(({ id, content, variables, ...template }) => [
        id,
        {
          ...template,
          content: content as unknown as TemplateContent,
          variables: variables as unknown as ValueSources,
        },
      ]),
    ),
    values: contact ? placeholderValues(contact, name) : {},
  };
}
