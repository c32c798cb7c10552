// Reads the state of a phone number.

import type { NumberStatus } from '#whatsapp/port.ts';
import { flag, type Json, part, present, text } from './loose.ts';
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
