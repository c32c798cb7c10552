// Reads the state of a phone number.

import type { NumberStatus } from '#whatsapp/port.ts';
import { flag, type Json, part, parts, present, text } from './loose.ts';
import { templateQuality } from './read-template-news.ts';
import { messagingLimit } from './webhook-change.ts';

export const NUMBER_FIELDS = [
  'id',
  'display_phone_number',
  'verified_name',
  'quality_rating',
  'name_status',
  'code_verification_status',
  'status',
  'platform_type',
  'throughput',
  'whatsapp_business_manager_messaging_limit',
  'messaging_limit_tier',
  'webhook_configuration',
  'is_official_business_account',
  'is_on_biz_app',
  'account_mode',
].join(',');

/** Of one number: what its health is made of names the business. Asked of one number only, as it is slow. */
export const NUMBER_AND_HEALTH_FIELDS = `${NUMBER_FIELDS},health_status`;

const THROUGHPUT = { standard: 80, high: 1000, phoneApp: 20 };

export function readNumberStatus(raw: Json): NumberStatus {
  const status = (text(raw, 'status') ?? 'unknown').toLowerCase();
  const onPhoneApp = flag(raw, 'is_on_biz_app') ?? false;
  const level = text(part(raw, 'throughput'), 'level');
  const webhook = part(raw, 'webhook_configuration');
  const platform = text(raw, 'platform_type');
  return present({
    phoneNumberId: text(raw, 'id') ?? '',
    phone: text(raw, 'display_phone_number') ?? '',
    displayName: text(raw, 'verified_name') ?? '',
    displayNameStatus: text(raw, 'name_status')?.toLowerCase(),
    quality: templateQuality(text(raw, 'quality_rating')),
    // The portfolio's limit counts; the number's own field is older.
    messagingLimit: messagingLimit(raw.whatsapp_business_manager_messaging_limit ?? raw.messaging_limit_tier),
    portfolioId: portfolioId(raw),
    throughputPerSecond: onPhoneApp
      ? THROUGHPUT.phoneApp
      : level === 'HIGH'
        ? THROUGHPUT.high
        : THROUGHPUT.standard,
    status,
    verified: text(raw, 'code_verification_status') === 'VERIFIED',
    registered:
      status !== 'unknown'
        ? !['pending', 'disconnected', 'deleted', 'migrated', 'unverified', 'banned'].includes(status)
        : platform === 'CLOUD_API',
    officialBusinessAccount: flag(raw, 'is_official_business_account') ?? false,
    onPhoneApp,
    webhookUrl:
      text(webhook, 'phone_number') ??
      text(webhook, 'whatsapp_business_account') ??
      text(webhook, 'application'),
  });
}

function portfolioId(raw: Json): string | undefined {
  const entities = parts(part(raw, 'health_status'), 'entities');
  const business = entities.find((entity) => text(entity, 'entity_type') === 'BUSINESS');
  return business && text(business, 'id');
}
