// Reads the body of a webhook into events of our own words, without losing any of it.

import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { isObject, type Json, part, text, time } from './loose.ts';
import * as account from './read-account-news.ts';
import { readJson } from './read-json.ts';
import { readMessages } from './read-messages.ts';
import { readUserIdUpdate, readUserPreferences } from './read-person-news.ts';
import { readContactSync, readEchoes, readHistory } from './read-phone-app.ts';
import * as template from './read-template-news.ts';
import { type Change, type ChangeReader, fingerprint, type News } from './webhook-change.ts';

const readers = new Map<string, ChangeReader>(
  Object.entries({
    messages: readMessages,
    standby: readMessages,
    message_template_status_update: template.readTemplateStatus,
    message_template_quality_update: template.readTemplateQuality,
    message_template_components_update: template.readTemplateComponents,
    template_category_update: template.readTemplateCategory,
    phone_number_quality_update: account.readNumberQuality,
    phone_number_name_update: account.readNumberName,
    business_capability_update: account.readBusinessCapability,
    account_update: account.readAccountUpdate,
    account_alerts: account.readAccountAlert,
    account_review_update: account.readAccountReview,
    user_preferences: readUserPreferences,
    user_id_update: readUserIdUpdate,
    smb_message_echoes: readEchoes,
    smb_app_state_sync: readContactSync,
    history: readHistory,
    business_username_updates: account.readUsername,
    security: account.readSecurity,
    calls: account.readCalls,
    flows: account.readFlow,
    group_lifecycle_update: account.readGroups,
    group_participants_update: account.readGroups,
    group_settings_update: account.readGroups,
    group_status_update: account.readGroups,
  }),
);

/**
 * Events in the order of the delivery, which need not be that of what happened. Never throws: what cannot be read
 * becomes an event of kind `unknown` that holds it. `receivedAt` stands in where the provider gives no time.
 */
export function readWebhook(body: Uint8Array | string, receivedAt: Date): ProviderEvent[] {
  const written = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
  let parsed: unknown;
  try {
    parsed = readJson(written);
  } catch {
    return [notUnderstood(written, 'The body is not JSON', receivedAt)];
  }
  if (!isEnvelope(parsed)) return [notUnderstood(parsed, 'The body is no webhook of WhatsApp', receivedAt)];
  const { entry: entries, ...envelopeRest } = parsed;
  const events = entries.flatMap((entry) => readEntry(entry, envelopeRest, receivedAt));
  return events.length > 0 ? events : [notUnderstood(parsed, 'The webhook holds no change', receivedAt)];
}

function isEnvelope(value: unknown): value is Json & { entry: Json[] } {
  return (
    isObject(value) &&
    value.object === 'whatsapp_business_account' &&
    Array.isArray(value.entry) &&
    value.entry.every(isObject)
  );
}

function readEntry(entry: Json, envelopeRest: Json, receivedAt: Date): ProviderEvent[] {
  const { changes, ...entryRest } = entry;
  const wrap = (change: unknown) => ({ ...envelopeRest, entry: [{ ...entryRest, changes: [change] }] });
  if (!Array.isArray(changes) || changes.length === 0) {
    const raw = { ...envelopeRest, entry: [entry] };
    return [notUnderstood(raw, 'An entry of the webhook holds no change', receivedAt)];
  }
  return changes.flatMap((item: unknown) => {
    // Changes are looked at one by one, so that a strange one does not hide its neighbours.
    if (!isObject(item) || typeof item.field !== 'string' || !isObject(item.value))
      return [notUnderstood(wrap(item), 'A change has no field or no value', receivedAt)];
    const { value: _value, field: _field, ...changeRest } = item;
    const { field, value } = item as { field: string; value: Json };
    const known: Change = { field, value, wabaId: text(entry, 'id') ?? '', entryTime: time(entry, 'time') };
    return readChange(known).map((news) =>
      toEvent(known, news, wrap({ ...changeRest, field, value: news.value }), receivedAt),
    );
  });
}

function readChange(change: Change): News[] {
  const reader = readers.get(change.field);
  const unknown = (reason: string): News[] => [{ news: { kind: 'unknown', reason }, value: change.value }];
  if (!reader) return unknown(`No reader for the field “${change.field}”`);
  const news = reader(change);
  return news.length > 0 ? news : unknown(`Nothing that is known of the field “${change.field}”`);
}

function toEvent(change: Change, { news, at, key, value }: News, raw: Json, receivedAt: Date): ProviderEvent {
  const metadata = part(value, 'metadata');
  const phoneNumberId = text(metadata, 'phone_number_id');
  const displayPhone = text(metadata, 'display_phone_number') ?? text(value, 'display_phone_number');
  return {
    ...news,
    source: change.field,
    wabaId: change.wabaId,
    ...(phoneNumberId === undefined ? {} : { phoneNumberId }),
    ...(displayPhone === undefined ? {} : { displayPhone }),
    dedupeKey: key && key.length <= 200 ? key : `${change.field.slice(0, 60)}:${fingerprint(raw)}`,
    occurredAt: at ?? change.entryTime ?? receivedAt,
    raw,
  };
}

function notUnderstood(raw: unknown, reason: string, receivedAt: Date): ProviderEvent {
  const [entry] = isObject(raw) && Array.isArray(raw.entry) ? raw.entry : [];
  return {
    kind: 'unknown',
    reason,
    source: 'unknown',
    wabaId: (isObject(entry) && text(entry, 'id')) || '',
    dedupeKey: `unknown:${fingerprint(raw)}`,
    occurredAt: receivedAt,
    raw,
  };
}
