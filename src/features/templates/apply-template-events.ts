// Applies the provider's news about templates: review results, pauses, quality, categories, changed parts.
import { type NewEvent, type Publisher, publishAll } from '#events/publish.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { synchroniseJob } from './jobs/synchronise-job.ts';
import { changeFromNews, isTemplateNews, type TemplateNews } from './template-news.ts';
import { changeTemplate, lockTemplatesOf, type TemplateChange, type TemplateRow } from './templates.store.ts';

/** Other kinds of events are passed over. News of templates that we do not know start a synchronisation. */
export async function applyTemplateEvents(call: Publisher, events: readonly ProviderEvent[]): Promise<void> {
  const all = events.filter(isTemplateNews);
  for (const wabaId of new Set(all.map((news) => news.wabaId))) {
    const news = all.filter((one) => one.wabaId === wabaId);
    const account = await call.tx
      .selectFrom('whatsapp_accounts')
      .select('id')
      .where('workspace_id', '=', call.workspaceId)
      .where('waba_id', '=', wabaId)
      .executeTakeFirst();
    if (account) await applyToAccount(call, account.id, news);
  }
}

async function applyToAccount(call: Publisher, accountId: string, all: TemplateNews[]): Promise<void> {
  const rows = await lockTemplatesOf(
    call,
    accountId,
    all.map((news) => ({ id: news.templateId, name: news.name, language: news.language })),
  );
  let ask = false;
  for (const news of all.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())) {
    const index = rows.findIndex((row) => isMeant(row, news));
    const row = rows[index];
    if (!row || news.kind === 'template_components') {
      // A deletion of what we never had is no news.
      ask ||= !(news.kind === 'template_status' && news.status === 'deleted');
      continue;
    }
    const change = changeFromNews(row, news);
    if (!change) continue;
    rows[index] = await changeTemplate(call, row.id, change, { touch: news.kind === 'template_status' });
    await publishAll(call, eventsOf(row, change));
  }
  if (ask) await askAgain(call, accountId);
}

function isMeant(row: TemplateRow, news: TemplateNews): boolean {
  if (row.remote_id !== null) return row.remote_id === news.templateId;
  return row.status !== 'deleted' && row.name === news.name && row.language === news.language;
}

/** What to tell about `change` of the template that was `before`. */
export function eventsOf(before: TemplateRow, change: TemplateChange): NewEvent[] {
  const events: NewEvent[] = [];
  if (change.status !== undefined && change.status !== before.status)
    events.push({
      name: 'template.status_changed',
      subjectId: before.id,
      payload: {
        name: before.name,
        language: before.language,
        status: change.status,
        previous: before.status,
        reason: change.status_reason ?? null,
      },
    });
  else events.push({ name: 'template.changed', subjectId: before.id, payload: { name: before.name } });
  return events;
}

async function askAgain(call: Publisher, accountId: string): Promise<void> {
  await enqueue(
    call.tx,
    synchroniseJob,
    { workspaceId: call.workspaceId, accountId },
    // A moment later, so that news in a burst cause one look.
    { key: `templates.synchronise:${accountId}`, runAt: new Date(call.now.getTime() + 2_000) },
  );
}
