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
  const events = parsed.entry.flatMap((entry) => readEntry(parsed, entry, receivedAt));
  return events.length > 0 ? events : [notUnderstood(parsed, 'The webhook holds no change', receivedAt)];
}

type Envelope = Json & { entry: Json[] };

function isEnvelope(value: unknown): value is Envelope {
  return (
    isObject(value) &&
    value.object === 'whatsapp_business_account' &&
    Array.isArray(value.entry) &&
    value.entry.every(isObject)
  );
}

function readEntry(envelope: Envelope, entry: Json, receivedAt: Date): ProviderEvent[] {
  const { changes } = entry;
  if (!Array.isArray(changes) || changes.length === 0) {
    const raw = { ...envelope, entry: [entry] };
    return [notUnderstood(raw, 'An entry of the webhook holds no change', receivedAt)];
  }
  return changes.flatMap((item: unknown) => {
    // Changes are looked at one by one, so that a strange one does not hide its neighbours.
    if (!isObject(item) || typeof item.field !== 'string' || !isObject(item.value))
      return [notUnderstood(alone(envelope, entry, item), 'A change has no field or no value', receivedAt)];
    const { field, value } = item as { field: string; value: Json };
    const known: Change = { field, value, wabaId: text(entry, 'id') ?? '', entryTime: time(entry, 'time') };
    return readChange(known).map((news) => {
      const own = news.value === value ? item : { ...item, value: news.value };
      return toEvent(known, news, alone(envelope, entry, own), receivedAt);
    });
  });
}

/** The envelope with this one change in it. */
function alone(envelope: Envelope, entry: Json, change: unknown): Json {
  const { changes } = entry;
  const isOnly = envelope.entry.length === 1 && Array.isArray(changes) && changes.length === 1;
  if (isOnly && changes[0] === change) return envelope;
  return { ...envelope, entry: [{ ...entry, changes: [change] }] };
}

function readChange(change: Change): News[] {
  const reader = readers.get(change.field);
  if (!reader) return notKnown(change, `No reader for the field “${change.field}”`);
  const news = reader(change);
  return news.length > 0 ? news : notKnown(change, `Nothing that is known of the field “${change.field}”`);
}

function notKnown({ value }: Change, reason: string): News[] {
  return [{ news: { kind: 'unknown', reason }, value }];
}

function toEvent(change: Change, { news, at, key, value }: News, raw: Json, receivedAt: Date): ProviderEvent {
  const metadata = part(value, 'metadata');
  const phoneNumberId = text(metadata, 'phone_number_id');
  const displayPhone = text(metadata, 'display_phone_number') ?? text(value, 'display_phone_number');
  const event: ProviderEvent = {
    ...news,
    source: change.field,
    wabaId: change.wabaId,
    dedupeKey: key && key.length <= 200 ? key : `${change.field.slice(0, 60)}:${fingerprint(raw)}`,
    occurredAt: at ?? change.entryTime ?? receivedAt,
    raw,
  };
  if (phoneNumberId !== undefined) event.phoneNumberId = phoneNumberId;
  if (displayPhone !== undefined) event.displayPhone = displayPhone;
  return event;
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
