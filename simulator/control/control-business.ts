// Businesses, numbers and tokens, made and changed from outside.

import { ALL_SCOPES, type NewBusiness, type Phone } from '../world/businesses.ts';
import { VERIFY_TOKEN } from '../world/default-business.ts';
import { dialledDigits } from '../world/phone-numbers.ts';
import { tellQuality, tellThroughput } from '../world/sanctions.ts';
import { seedTemplates } from '../world/seed-templates.ts';
import { assessPhone } from '../world/watch.ts';
import type { World } from '../world/world.ts';
import { type AddRoute, BadWish } from './control.ts';

export function controlBusiness(add: AddRoute, world: World): void {
  const where = (request: { protocol: string; host: string }) => ({
    graph_url: `${request.protocol}://${request.host}`,
    verify_token: VERIFY_TOKEN,
  });
  add('GET', '/business', 'Keys of the business that is there from the start.', ({ request }) => ({
    ...world.defaultKeys,
    ...where(request),
  }));
  add(
    'POST',
    '/business',
    'Makes another business: {"name","phones":[{"number","verified_name","id"?}],"waba_id"?,"app_id"?,"app_secret"?,"token"?,"scopes"?,"messaging_limit"?,"verified"?}.',
    ({ body, request }) => {
      const keys = world.businesses.create({
        messagingLimit: world.settings.limits.startTier,
        ...readBusiness(world, body),
      });
      seedTemplates(world, keys.waba_id);
      return { ...keys, ...where(request) };
    },
  );
  add('GET', '/businesses', 'All accounts and their numbers.', () =>
    [...world.businesses.wabas.values()].map((waba) => ({
      waba_id: waba.id,
      name: waba.name,
      phone_numbers: waba.phoneIds.map((id) => {
        const phone = world.businesses.phones.get(id)!;
        return { id, display_phone_number: phone.displayNumber, verified_name: phone.verifiedName };
      }),
    })),
  );
  add(
    'POST',
    '/tokens',
    'Another token: {"app_id"?,"scopes"?,"waba_ids"?,"expires_in"? seconds}.',
    ({ body }) => {
      const token = world.businesses.addToken({
        appId: String(body.app_id ?? world.defaultKeys.app_id),
        scopes: Array.isArray(body.scopes) ? body.scopes.map(String) : ALL_SCOPES,
        wabaIds: Array.isArray(body.waba_ids) ? body.waba_ids.map(String) : undefined,
        expiresAt:
          body.expires_in === undefined ? undefined : world.clock.now() + Number(body.expires_in) * 1000,
      });
      return { access_token: token.value, scopes: [...token.scopes] };
    },
  );
  add('DELETE', '/tokens/:token', 'Takes a token back.', ({ params }) => ({
    ok: world.businesses.tokens.delete(params.token!),
  }));
  add(
    'POST',
    '/phone-numbers/:id',
    'Changes a number: {"quality_rating" ("AUTO": by what people do),"status","throughput":"STANDARD"|"HIGH","name_status","registered"}; quality and throughput are told by webhook.',
    ({ params, body }) => {
      const phone = world.businesses.phones.get(params.id!);
      if (!phone) throw new BadWish(`There is no phone number ${params.id}.`, 404);
      changePhone(world, phone, body);
      return {
        id: phone.id,
        status: phone.status,
        quality_rating: phone.qualityRating,
        throughput: phone.throughputLevel,
      };
    },
  );
  add(
    'POST',
    '/portfolios/:id',
    'Changes a portfolio: {"messaging_limit":"TIER_250"|…,"verified":true}.',
    ({ params, body }) => {
      const portfolio = world.businesses.portfolios.get(params.id!);
      if (!portfolio) throw new BadWish(`There is no portfolio ${params.id}.`, 404);
      if (body.messaging_limit !== undefined) portfolio.messagingLimit = String(body.messaging_limit);
      if (body.verified !== undefined) portfolio.verified = body.verified === true;
      return { id: portfolio.id, messaging_limit: portfolio.messagingLimit, verified: portfolio.verified };
    },
  );
  add(
    'POST',
    '/accounts/:id/webhook',
    'Sends any account webhook: {"field","value"}.',
    ({ params, body }) => {
      const waba = world.businesses.wabas.get(params.id!);
      if (!waba) throw new BadWish(`There is no WhatsApp account ${params.id}.`, 404);
      if (typeof body.field !== 'string' || typeof body.value !== 'object')
        throw new BadWish('Give field and value.');
      world.webhooks.aboutAccount(waba, body.field, body.value as Record<string, unknown>, world.clock.now());
      return { ok: true };
    },
  );
}

function readBusiness(world: World, body: Record<string, unknown>): NewBusiness {
  const phones = body.phones;
  if (phones !== undefined && !Array.isArray(phones)) throw new BadWish('phones must be a list.');
  const taken = (id: unknown) =>
    world.businesses.wabas.has(String(id)) || world.businesses.phones.has(String(id));
  if (taken(body.waba_id)) throw new BadWish(`The id ${body.waba_id} is taken.`);
  return {
    name: text(body.name),
    wabaId: text(body.waba_id),
    portfolioId: text(body.portfolio_id),
    appId: text(body.app_id),
    appSecret: text(body.app_secret),
    token: text(body.token),
    ...(body.messaging_limit !== undefined && { messagingLimit: String(body.messaging_limit) }),
    verified: body.verified === true,
    scopes: Array.isArray(body.scopes) ? body.scopes.map(String) : undefined,
    phones: (phones as Record<string, unknown>[] | undefined)?.map((phone) => {
      const digits = dialledDigits(String(phone.number ?? ''));
      if (!digits) throw new BadWish('Each phone needs a number with country code.');
      if (taken(phone.id)) throw new BadWish(`The id ${phone.id} is taken.`);
      return {
        id: text(phone.id),
        digits,
        verifiedName: text(phone.verified_name),
        status: text(phone.status),
      };
    }),
  };
}

function changePhone(world: World, phone: Phone, body: Record<string, unknown>): void {
  if (body.quality_rating !== undefined) {
    phone.qualityHeld = body.quality_rating !== 'AUTO';
    if (phone.qualityHeld) phone.qualityRating = String(body.quality_rating);
    else assessPhone(world, phone, world.clock.now());
  }
  if (body.status !== undefined) phone.status = String(body.status);
  if (body.name_status !== undefined) phone.nameStatus = String(body.name_status);
  if (body.registered !== undefined) phone.registered = body.registered === true;
  if (body.throughput !== undefined) phone.throughputLevel = String(body.throughput);
  if (body.throughput === 'HIGH') tellThroughput(world, phone, world.clock.now());
  else if (body.quality_rating !== undefined || body.throughput !== undefined)
    tellQuality(world, phone, world.clock.now());
}

function text(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}
