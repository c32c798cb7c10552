// The imitated Graph API: every resource behind one door that checks the token and plays the planned faults.

import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world.ts';
import { type Caller, tokenOf } from './access.ts';
import { blockUsers } from './block-users.ts';
import { datasets } from './datasets.ts';
import { media } from './media.ts';
import { messages } from './messages.ts';
import { nodes } from './nodes.ts';
import { outOfScope } from './out-of-scope.ts';
import { phoneAppSync } from './phone-app-sync.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { playFaults } from './planned-faults.ts';
import { profile } from './profile.ts';
import { subscriptions } from './subscriptions.ts';
import { templates } from './templates.ts';
import { tokens } from './tokens.ts';
import { uploads } from './uploads.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
}

export function graph(app: FastifyInstance, world: World): void {
  app.decorateRequest('caller', null as never);
  playFaults(app, world);
  app.addHook('onRequest', async (request, reply) => {
    if (reply.sent) return;
    if (request.routeOptions.config.open !== true) {
      request.caller = { token: tokenOf(world, request), method: request.method };
    }
  });
  const resources = [
    messages,
    media,
    uploads,
    templates,
    phoneNumbers,
    profile,
    phoneAppSync,
    subscriptions,
    blockUsers,
    tokens,
    datasets,
    nodes,
  ];
  for (const resource of [...resources, outOfScope]) resource(app, world);
}
