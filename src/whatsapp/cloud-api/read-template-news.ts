// Reads the webhook fields about templates: review, quality, category, and changed parts.

import type { ProviderNews } from '#whatsapp/provider-event.ts';
import { TEMPLATE_STATUSES, type TemplateQuality, type TemplateStatus } from '#whatsapp/template-model.ts';
import { isObject, type Json, part, present, text, time } from './loose.ts';
import { type Change, languageCode, type News } from './webhook-change.ts';

/** Meta's words of both directions of travel: a webhook's event and a listing's status. */
export function templateStatus(word: string | undefined): TemplateStatus {
  const status = (word ?? '').toLowerCase() as TemplateStatus;
  return TEMPLATE_STATUSES.includes(status) ? status : 'unknown';
}

export function templateQuality(word: string | undefined): TemplateQuality {
  const quality = (word ?? '').toLowerCase();
  return quality === 'green' || quality === 'yellow' || quality === 'red' ? quality : 'unknown';
}

export function readTemplateStatus(change: Change): News[] {
  const { value } = change;
  // Meta's own sample of a quality update carries this field's name.
  if ('new_quality_score' in value) return readTemplateQuality(change);
  const statusText = text(value, 'event');
  if (statusText === undefined) return [];
  const rejection = part(value, 'rejection_info');
  const other = part(value, 'other_info');
  const reason = text(value, 'reason');
  return one(change, statusText, {
    kind: 'template_status',
    ...identity(value),
    status: templateStatus(statusText),
    statusText,
    reason: reason === 'NONE' ? undefined : (text(rejection, 'reason') ?? reason),
    category: text(value, 'message_template_category')?.toLowerCase(),
    disableDate: text(part(value, 'disable_info'), 'disable_date'),
    title: text(other, 'title'),
    description: text(other, 'description'),
    recommendation: text(rejection, 'recommendation'),
  });
}

export function readTemplateQuality(change: Change): News[] {
  const { value } = change;
  const quality = text(value, 'new_quality_score');
  if (quality === undefined) return [];
  return one(change, `quality-${quality}`, {
    kind: 'template_quality',
    ...identity(value),
    previous: templateQuality(text(value, 'previous_quality_score')),
    quality: templateQuality(quality),
  });
}

export function readTemplateCategory(change: Change): News[] {
  const { value } = change;
  const current = text(value, 'new_category')?.toLowerCase();
  // In a notice `new_category` is the present one, and `correct_category` the one to come.
  const coming = text(value, 'correct_category')?.toLowerCase();
  const category = coming ?? current;
  if (category === undefined) return [];
  return one(change, `category-${coming ? 'notice' : 'done'}-${category}`, {
    kind: 'template_category',
    ...identity(value),
    category,
    previous: coming ? current : text(value, 'previous_category')?.toLowerCase(),
    announced: coming !== undefined,
    at: time(value, 'category_update_timestamp'),
  });
}

export function readTemplateComponents(change: Change): News[] {
  const { value } = change;
  if (text(value, 'message_template_id') === undefined) return [];
  return one(change, undefined, {
    kind: 'template_components',
    ...identity(value),
    header: text(value, 'message_template_title'),
    body: text(value, 'message_template_element'),
    footer: text(value, 'message_template_footer'),
  });
}

function identity(value: Json) {
  return {
    templateId: text(value, 'message_template_id') ?? '',
    name: text(value, 'message_template_name') ?? '',
    language: languageCode(text(value, 'message_template_language')),
  };
}

/** With a name and an entry time the key is readable; without, the content speaks. */
function one({ value, entryTime }: Change, event: string | undefined, news: ProviderNews): News[] {
  const id = text(value, 'message_template_id');
  const named = id !== undefined && event !== undefined && entryTime !== undefined && isObject(value);
  return [
    present({
      news: present(news),
      key: named ? `template:${id}:${event}:${entryTime.getTime() / 1000}` : undefined,
      value,
    }),
  ];
}
