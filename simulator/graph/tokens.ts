// Access tokens: what one may do, and how an app gets one.

import type { FastifyInstance } from 'fastify';
import { ALL_SCOPES } from '../world/businesses.ts';
import type { World } from '../world/world.ts';
import { type Fields, textOf } from './fields.ts';
import { GraphError, invalidParameter } from './graph-error.ts';

export function tokens(app: FastifyInstance, world: World): void {
  app.get('/debug_token', async (request) => {
    const value = textOf((request.query as Fields).input_token);
    if (!value) throw invalidParameter('The parameter input_token is required.');
    const { token: caller } = request.caller;
    const token = world.businesses.tokens.get(value);
    if (token && token.appId !== caller.appId) {
      throw new GraphError(100, 'The App_id in the input_token did not match the Viewing App', {
        bare: true,
      });
    }
    const expired = token?.expiresAt !== undefined && token.expiresAt <= world.clock.now();
    if (!token || expired) {
      const message = expired
        ? 'Error validating access token: Session has expired'
        : 'Malformed access token';
      return { data: { error: { code: 190, message }, is_valid: false, scopes: [] } };
    }
    const targets = token.wabaIds && [...token.wabaIds];
    return {
      data: {
        app_id: token.appId,
        type: token.kind,
        application: world.businesses.apps.get(token.appId)?.name,
        data_access_expires_at: 0,
        expires_at: token.expiresAt === undefined ? 0 : Math.floor(token.expiresAt / 1000),
        is_valid: true,
        issued_at: 1_768_208_400,
        scopes: [...token.scopes],
        granular_scopes: [...token.scopes].map((scope) => ({
          scope,
          ...(targets && { target_ids: targets }),
        })),
        user_id: '122100000000000001',
      },
    };
  });

  app.get('/oauth/access_token', { config: { open: true } }, async (request) => {
    const query = request.query as Record<string, string | undefined>;
    const owner = world.businesses.apps.get(query.client_id ?? '');
    if (!owner || owner.secret !== query.client_secret) {
      throw new GraphError(1, 'Error validating client secret.', { bare: true, status: 400 });
    }
    if (query.grant_type === 'client_credentials') {
      return { access_token: `${owner.id}|${owner.secret}`, token_type: 'bearer' };
    }
    if (!query.code) throw invalidParameter('The parameter code is required.');
    const token = world.businesses.addToken({ appId: owner.id, scopes: ALL_SCOPES });
    return { access_token: token.value, token_type: 'bearer' };
  });

  app.get('/me', async (request) => ({
    id: request.caller.token.kind === 'APP' ? request.caller.token.appId : '122100000000000001',
    name: world.businesses.apps.get(request.caller.token.appId)?.name ?? 'System user',
  }));
}
