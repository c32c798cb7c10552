// Plays the faults that were planned for a door: errors, cuts, delays and lost answers.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../world/faults.ts';
import type { World } from '../world/world.ts';
import { GraphError } from './graph-error.ts';

declare module 'fastify' {
  interface FastifyRequest {
    fault: Fault | null;
  }
}

/** Lets planned faults hit the routes of `app`; with `named`, only faults whose path names this door. */
export function playFaults(app: FastifyInstance, world: World, named?: string): void {
  app.decorateRequest('fault', null);
  app.addHook('onRequest', async (request, reply) => playFault(world, request, reply, named));
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.fault?.afterEffect) return loseAnswer(request.fault, reply);
    return payload;
  });
}

async function playFault(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  named: string | undefined,
): Promise<void> {
  const fault = world.faults.take(request.method, request.url, named);
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
