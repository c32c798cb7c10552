// Phone numbers: what they look like, adding one, verifying and registering it.

import type { FastifyInstance } from 'fastify';
import type { Phone } from '../world/businesses.ts';
import { dialledDigits } from '../world/phone-numbers.ts';
import type { World } from '../world/world.ts';
import { phoneFor, wabaFor } from './access.ts';
import { type Fields, fieldsOf, isObject, opened, requireProduct, textOf } from './fields.ts';
import { GraphError, invalidParameter } from './graph-error.ts';
import { healthStatus } from './health.ts';
import { choose, page, wantedFields } from './paging.ts';
import { overrideFrom } from './subscriptions.ts';

const USUAL = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'last_onboarded_time',
  'webhook_configuration',
];
const HOUR = 3_600_000;

export function phoneNumbers(app: FastifyInstance, world: World): void {
  const phone = (request: { caller: Parameters<typeof phoneFor>[1]; params: { id: string } }) =>
    phoneFor(world, request.caller, request.params.id, 'whatsapp_business_management');

  app.get<{ Params: { id: string } }>('/:id/phone_numbers', async (request) => {
    const waba = wabaFor(world, request.caller, request.params.id);
    const query = opened(request.query as Fields);
    const nodes = waba.phoneIds.map((id) => {
      const node = phoneNode(world, world.businesses.phones.get(id)!);
      return choose(node, wantedFields(query), USUAL);
    });
    return page(nodes, query, `${request.protocol}://${request.host}${request.originalUrl}`);
  });

  app.post<{ Params: { id: string } }>('/:id/phone_numbers', async (request) => {
    const waba = wabaFor(world, request.caller, request.params.id);
    const fields = fieldsOf(request);
    const number = textOf(fields.phone_number);
    const verifiedName = textOf(fields.verified_name);
    if (!number || !verifiedName)
      throw invalidParameter('The parameters phone_number and verified_name are required.');
    const cc = textOf(fields.cc)?.replace(/\D/g, '') ?? '';
    const bare = number.replace(/\D/g, '');
    const digits = dialledDigits(bare.startsWith(cc) ? bare : cc + bare);
    if (!digits) throw invalidParameter('Param phone_number must be a valid phone number.');
    const status = fields.preverified_id ? 'CONNECTED' : 'PENDING';
    return { id: world.businesses.addPhone(waba, { digits, verifiedName, status }).id };
  });

  app.post<{ Params: { id: string } }>('/:id/request_code', async (request) => {
    const { code_method, language } = fieldsOf(request);
    phone(request);
    if (code_method !== 'SMS' && code_method !== 'VOICE')
      throw invalidParameter('Param code_method must be one of {SMS, VOICE}.');
    if (!textOf(language)) throw invalidParameter('The parameter language is required.');
    return { success: true };
  });

  app.post<{ Params: { id: string } }>('/:id/verify_code', async (request) => {
    const verified = phone(request);
    const code = textOf(fieldsOf(request).code)?.replace('-', '') ?? '';
    if (!/^\d{6}$/.test(code) || code === '000000')
      throw new GraphError(136025, 'Verify code error', { details: 'Code is wrong.' });
    verified.codeVerificationStatus = 'VERIFIED';
    return { success: true };
  });

  app.post<{ Params: { id: string } }>('/:id/register', async (request) => {
    const registered = phone(request);
    const fields = fieldsOf(request);
    requireProduct(fields);
    const pin = textOf(fields.pin) ?? '';
    if (!/^\d{6}$/.test(pin)) throw invalidParameter('Param pin must be a 6-digit number.');
    countRegistration(world, registered);
    if (registered.codeVerificationStatus !== 'VERIFIED') throw new GraphError(133006);
    if (registered.pin !== undefined && registered.pin !== pin) throw new GraphError(133005);
    Object.assign(registered, {
      pin,
      registered: true,
      status: 'CONNECTED',
      nameStatus: 'APPROVED',
      qualityRating: 'GREEN',
    });
    return { success: true };
  });

  app.post<{ Params: { id: string } }>('/:id/deregister', async (request) => {
    const gone = phone(request);
    countRegistration(world, gone);
    Object.assign(gone, { registered: false, status: 'DISCONNECTED' });
    return { success: true };
  });
}

function countRegistration(world: World, phone: Phone): void {
  const now = world.clock.now();
  phone.registrations = phone.registrations.filter((at) => at > now - 72 * HOUR);
  if (phone.registrations.length >= 10) throw new GraphError(133016);
  phone.registrations.push(now);
}

/** All that GET /{phone-number-id} can show. */
export function phoneNode(world: World, phone: Phone): Fields {
  const waba = world.businesses.wabaOf(phone);
  const [appId, subscription] = [...waba.subscribed][0] ?? [];
  const application = appId ? world.businesses.apps.get(appId)?.callback?.url : undefined;
  const limit = world.businesses.portfolioOf(phone).messagingLimit;
  return {
    id: phone.id,
    display_phone_number: phone.displayNumber,
    verified_name: phone.verifiedName,
    new_display_name: phone.newDisplayName,
    quality_rating: phone.qualityRating,
    quality_score: { score: phone.qualityRating },
    name_status: phone.nameStatus,
    new_name_status: phone.newDisplayName ? 'PENDING_REVIEW' : 'NONE',
    code_verification_status: phone.codeVerificationStatus,
    status: phone.status,
    platform_type: phone.registered ? 'CLOUD_API' : 'NOT_APPLICABLE',
    throughput: { level: phone.throughputLevel },
    messaging_limit_tier: limit,
    whatsapp_business_manager_messaging_limit: limit,
    webhook_configuration: {
      ...(application && { application }),
      ...(subscription?.overrideUri && { whatsapp_business_account: subscription.overrideUri }),
      ...(phone.webhookOverride && { phone_number: phone.webhookOverride.uri }),
    },
    is_official_business_account: false,
    is_on_biz_app: phone.phoneApp !== undefined,
    is_pin_enabled: phone.pin !== undefined,
    account_mode: 'LIVE',
    last_onboarded_time: '2026-01-12T09:00:00+0000',
    username: phone.username,
    conversational_automation: phone.automation,
    health_status: healthStatus(world, phone),
  };
}

export function shownPhone(world: World, phone: Phone, query: Fields): Fields {
  return choose(phoneNode(world, phone), wantedFields(query), USUAL);
}

/** POST /{phone-number-id}: two-step PIN, display name, username, webhook address. */
export async function changePhone(world: World, phone: Phone, appId: string, fields: Fields) {
  const pin =
    textOf(fields.pin) ??
    (isObject(fields.whatsapp_business_api_data) ? textOf(fields.whatsapp_business_api_data.pin) : undefined);
  if (pin !== undefined && !/^\d{6}$/.test(pin))
    throw invalidParameter('Param pin must be a 6-digit number.');
  const username = textOf(fields.username);
  if (username !== undefined && !/^[a-z0-9._]{3,35}$/.test(username)) {
    throw new GraphError(147001, 'Username is not valid', {
      details: '3 to 35 lowercase letters, digits, dots and _.',
    });
  }
  if (isObject(fields.webhook_configuration)) {
    const uri = await overrideFrom(world, fields.webhook_configuration);
    if (uri) phone.webhookOverride = { uri, appId };
    else delete phone.webhookOverride;
  }
  if (pin !== undefined) phone.pin = pin;
  if (username !== undefined) phone.username = username;
  if (fields.new_display_name !== undefined) phone.newDisplayName = textOf(fields.new_display_name);
  return { success: true };
}
