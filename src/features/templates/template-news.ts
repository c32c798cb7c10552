// Decides what a piece of the provider's news changes in a template. Pure: late and repeated news change nothing.
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import type { TemplateCategory } from '#whatsapp/template-model.ts';
import { qualityOf, reasonOf, statusOf } from './template-status.ts';
import { TEMPLATE_CATEGORIES } from './templates.contract.ts';
import type { Heard, TemplateChange, TemplateRow } from './templates.store.ts';

export type TemplateNews = Extract<
  ProviderEvent,
  { kind: 'template_status' | 'template_quality' | 'template_category' | 'template_components' }
>;

export function isTemplateNews(event: ProviderEvent): event is TemplateNews {
  return event.kind.startsWith('template_');
}

/** Null: nothing changes. */
export function changeFromNews(row: TemplateRow, news: TemplateNews): TemplateChange | null {
  if (row.status === 'deleted') return null;
  switch (news.kind) {
    case 'template_status':
      return listen(row, 'status', news, statusChange(row, news));
    case 'template_quality':
      return listen(row, 'quality', news, { quality: qualityOf(news.quality) });
    case 'template_category':
      return listen(row, 'category', news, categoryChange(row, news));
    case 'template_components':
      return null;
  }
}

/** Adds the note that this news was heard, unless it is older than what was heard before, or the same again. */
function listen(
  row: TemplateRow,
  kind: keyof Heard,
  news: TemplateNews,
  change: TemplateChange | null,
): TemplateChange | null {
  const last = row.heard[kind];
  const at = news.occurredAt.toISOString();
  if (last && (at < last.at || news.dedupeKey === last.key)) return null;
  if (!change) return null;
  return {
    ...change,
    ...(row.remote_id === null ? { remote_id: news.templateId } : {}),
    heard: { ...row.heard, [kind]: { at, key: news.dedupeKey } },
  };
}

function statusChange(
  row: TemplateRow,
  news: Extract<TemplateNews, { kind: 'template_status' }>,
): TemplateChange | null {
  const status = statusOf(news.status);
  if (status === null) return null;
  const well = status === 'approved' || status === 'pending';
  const words = [news.title, news.description].filter(Boolean).join(': ');
  const reason = reasonOf(news.reason) ?? (news.status === 'limit_exceeded' ? 'limit_exceeded' : null);
  return {
    status,
    status_reason: well ? null : (reason ?? reasonOf(news.title)),
    status_detail: well ? null : words || news.disableDate || null,
    status_advice: well ? null : (news.recommendation ?? null),
    ...(status === 'approved' || status === 'rejected' ? { reviewed_at: news.occurredAt } : {}),
    ...(status === 'deleted' ? { deleted_at: news.occurredAt, pending_edit: null } : {}),
    ...(isCategory(news.category) && news.category !== row.category ? { category: news.category } : {}),
  };
}

function categoryChange(
  row: TemplateRow,
  news: Extract<TemplateNews, { kind: 'template_category' }>,
): TemplateChange | null {
  if (news.announced) return { announced_category: news.category, announced_for: news.at ?? null };
  if (!isCategory(news.category)) return null;
  const edit = row.pending_edit;
  return {
    category: news.category,
    announced_category: null,
    announced_for: null,
    ...(edit && edit.category === row.category ? { pending_edit: { ...edit, category: news.category } } : {}),
  };
}

function isCategory(word: string | undefined): word is TemplateCategory {
  return (TEMPLATE_CATEGORIES as readonly (string | undefined)[]).includes(word);
}
