// Who gets webhooks: apps subscribed to an account, their own callback, and the addresses that replace it.

import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world.ts';
import { appFor, wabaFor } from './access.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';
import { GraphError, invalidParameter } from './graph-error.ts';

export function subscriptions(app: FastifyInstance, world: World): void {
  app.post<{ Params: { id: string } }>('/:id/subscribed_apps', async (request) => {
    const waba = wabaFor(world, request.caller, request.params.id);
    const overrideUri = await overrideFrom(world, fieldsOf(request));
    waba.subscribed.set(request.caller.token.appId, { overrideUri });
    return { success: true };
  });

  app.get<{ Params: { id: string } }>('/:id/subscribed_apps', async (request) => {
    const waba = wabaFor(world, request.caller, request.params.id);
    const rows = [...waba.subscribed].map(([id, { overrideUri }]) => ({
      whatsapp_business_api_data: {
        id,
        link: `https://www.facebook.com/games/?app_id=${id}`,
        name: world.businesses.apps.get(id)?.name ?? '',
      },
      ...(overrideUri && { override_callback_uri: overrideUri }),
    }));
    return { data: rows };
  });

  app.delete<{ Params: { id: string } }>('/:id/subscribed_apps', async (request) => {
    const waba = wabaFor(world, request.caller, request.params.id);
    waba.subscribed.delete(request.caller.token.appId);
    return { success: true };
  });

  app.post<{ Params: { id: string } }>('/:id/subscriptions', async (request) => {
    const owner = appFor(world, request.caller, request.params.id);
    requireAppToken(request.caller.token.kind);
    const fields = fieldsOf(request);
    if (fields.object !== 'whatsapp_business_account')
      throw invalidParameter('Param object must be whatsapp_business_account.');
    const url = textOf(fields.callback_url);
    if (!url) throw invalidParameter('The parameter callback_url is required.');
    await shakeHands(world, url, textOf(fields.verify_token));
    const names = Array.isArray(fields.fields)
      ? fields.fields.map(String)
      : (textOf(fields.fields)?.split(',') ?? []);
    owner.callback = { url, fields: new Set(names.map((name) => name.trim()).filter(Boolean)) };
    return { success: true };
  });

  app.get<{ Params: { id: string } }>('/:id/subscriptions', async (request) => {
    const owner = appFor(world, request.caller, request.params.id);
    if (!owner.callback) return { data: [] };
    const fields = [...owner.callback.fields].map((name) => ({ name, version: 'v26.0' }));
    return {
      data: [{ object: 'whatsapp_business_account', callback_url: owner.callback.url, active: true, fields }],
    };
  });

  app.delete<{ Params: { id: string } }>('/:id/subscriptions', async (request) => {
    const owner = appFor(world, request.caller, request.params.id);
    requireAppToken(request.caller.token.kind);
    delete owner.callback;
    return { success: true };
  });
}

/** Reads an override and asks the address for its consent; undefined removes the override. */
export async function overrideFrom(world: World, fields: Fields): Promise<string | undefined> {
  const uri = textOf(fields.override_callback_uri);
  if (!uri) return undefined;
  if (uri.length > 200)
    throw invalidParameter('Param override_callback_uri must be at most 200 characters long.');
  const verifyToken = textOf(fields.verify_token);
  if (!verifyToken)
    throw invalidParameter('The parameter verify_token is required with override_callback_uri.');
  await shakeHands(world, uri, verifyToken);
  return uri;
}

async function shakeHands(world: World, url: string, verifyToken = ''): Promise<void> {
  if (!URL.canParse(url)) throw invalidParameter('The callback is not a valid web address.');
  const problem = await world.webhooks.handshake(url, verifyToken);
  if (problem) {
    throw new GraphError(2200, `Callback verification failed with the following errors: ${problem}`, {
      details: problem,
    });
  }
}

function requireAppToken(kind: string): void {
  if (kind !== 'APP')
    throw new GraphError(15, 'This method must be called with an app access_token.', { bare: true });
}
