// Who is calling: the token in the header or the address, its scopes, and the objects it may touch.

import type { FastifyRequest } from 'fastify';
import type { App, Phone, Token, Waba } from '../world/businesses.ts';
import type { Template } from '../world/templates.ts';
import type { World } from '../world/world.ts';
import { GraphError, unknownObject } from './graph-error.ts';

export type Scope =
  | 'whatsapp_business_messaging'
  | 'whatsapp_business_management'
  | 'whatsapp_business_manage_events'
  | 'business_management';

/** The token of a call. Throws 401/190 for a bad or expired one, 403/200 where there is none. */
export function tokenOf(world: World, request: FastifyRequest): Token {
  const header = request.headers.authorization;
  const value =
    header?.match(/^(?:Bearer|OAuth)\s+(.+)$/i)?.[1] ??
    (request.query as Record<string, string>).access_token;
  if (!value) {
    throw new GraphError(200, 'Provide valid app ID', { bare: true, details: undefined });
  }
  const token = world.businesses.tokens.get(value) ?? appToken(world, value);
  if (!token) {
    throw new GraphError(190, 'Invalid OAuth access token - Cannot parse access token', { bare: true });
  }
  if (token.expiresAt !== undefined && token.expiresAt <= world.clock.now()) {
    throw new GraphError(190, 'Error validating access token: Session has expired', {
      bare: true,
      subcode: 463,
    });
  }
  return token;
}

function appToken(world: World, value: string): Token | undefined {
  const [appId = '', secret] = value.split('|');
  const app = world.businesses.apps.get(appId);
  if (!app || app.secret !== secret) return undefined;
  return { value, appId, scopes: new Set(), kind: 'APP' };
}

export function requireScope(token: Token, scope: Scope): void {
  if (token.kind === 'APP' || !token.scopes.has(scope)) {
    throw new GraphError(
      scope === 'whatsapp_business_messaging' ? 10 : 200,
      'Application does not have permission for this action',
      {
        details: `The access token lacks the permission ${scope}.`,
      },
    );
  }
}

export type Caller = { token: Token; method: string };

export function mayTouch(token: Token, wabaId: string): boolean {
  return token.kind !== 'APP' && (token.wabaIds === undefined || token.wabaIds.has(wabaId));
}

export function phoneFor(world: World, caller: Caller, id: string, scope: Scope): Phone {
  const phone = world.businesses.phones.get(id);
  if (!phone || !mayTouch(caller.token, phone.wabaId)) throw unknownObject(caller.method, id);
  requireScope(caller.token, scope);
  return phone;
}

export function wabaFor(world: World, caller: Caller, id: string): Waba {
  const waba = world.businesses.wabas.get(id);
  if (!waba || !mayTouch(caller.token, id)) throw unknownObject(caller.method, id);
  requireScope(caller.token, 'whatsapp_business_management');
  return waba;
}

export function templateFor(world: World, caller: Caller, id: string): Template {
  const template = world.templates.find(id);
  if (!template || !mayTouch(caller.token, template.wabaId)) throw unknownObject(caller.method, id);
  requireScope(caller.token, 'whatsapp_business_management');
  return template;
}

export function appFor(world: World, caller: Caller, id: string): App {
  const app = world.businesses.apps.get(id);
  if (!app || app.id !== caller.token.appId) throw unknownObject(caller.method, id);
  return app;
}
