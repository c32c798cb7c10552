// The imitated Graph API: every resource behind one door that checks the token and plays the planned faults.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../world/faults.ts';
import type { World } from '../world/world.ts';
import { type Caller, tokenOf } from './access.ts';
import { blockUsers } from './block-users.ts';
import { GraphError } from './graph-error.ts';
import { media } from './media.ts';
import { messages } from './messages.ts';
import { nodes } from './nodes.ts';
import { outOfScope } from './out-of-scope.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { profile } from './profile.ts';
import { subscriptions } from './subscriptions.ts';
import { templates } from './templates.ts';
import { tokens } from './tokens.ts';
import { uploads } from './uploads.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    fault: Fault | null;
  }
}

export function graph(app: FastifyInstance, world: World): void {
  app.decorateRequest('caller', null as never);
  app.decorateRequest('fault', null);
  app.addHook('onRequest', async (request, reply) => {
    await playFault(world, request, reply);
    if (reply.sent) return;
    if (request.routeOptions.config.open !== true) {
      request.caller = { token: tokenOf(world, request), method: request.method };
    }
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.fault?.afterEffect) return loseAnswer(request.fault, reply);
    return payload;
  });
  const resources = [
    messages,
    media,
    uploads,
    templates,
    phoneNumbers,
    profile,
    subscriptions,
    blockUsers,
    tokens,
    nodes,
  ];
  for (const resource of [...resources, outOfScope]) resource(app, world);
}

async function playFault(world: World, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const fault = world.faults.take(request.method, request.url);
  if (!fault) return;
  if (fault.delayMs) await new Promise((done) => setTimeout(done, fault.delayMs));
  if (fault.afterEffect) {
    request.fault = fault;
    return;
  }
  if (fault.cut) {
    reply.hijack();
    request.raw.socket.destroy();
  } else if (fault.timeout) {
    reply.hijack();
    setTimeout(() => request.raw.socket.destroy(), 60_000).unref();
  } else if (fault.code !== undefined) {
    throw new GraphError(fault.code, fault.message, { status: fault.status });
  } else if (fault.status !== undefined) {
    await reply.code(fault.status).send({ error: { message: fault.message ?? 'Planned fault', code: 1 } });
  }
}

function loseAnswer(fault: Fault, reply: FastifyReply): string {
  if (fault.cut || fault.timeout) {
    reply.hijack();
    reply.raw.socket?.destroy();
    return '';
  }
  const error = new GraphError(fault.code ?? 1, fault.message, { status: fault.status ?? 500 });
  reply.code(error.status).type('application/json');
  return JSON.stringify(error.body());
}
