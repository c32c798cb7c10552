// Takes outgoing webhooks at any address below /_catch/ and keeps them.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../world/world.ts';

export function catchAll(app: FastifyInstance, world: World): void {
  const keep = async (request: FastifyRequest) => {
    const params = request.params as { name: string };
    world.caught.add({
      name: params.name,
      at: new Date(world.clock.now()).toISOString(),
      method: request.method,
      path: request.url,
      headers: request.headers,
      query: request.query,
      body: Buffer.isBuffer(request.body) ? request.body.toString() : request.body,
    });
    return { ok: true };
  };
  app.all('/_catch/:name', keep);
  app.all('/_catch/:name/*', keep);
}
