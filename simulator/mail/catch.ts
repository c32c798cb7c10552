// Takes what else would leave the building: SMS, and outgoing webhooks at any address below /_catch/.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../world/world.ts';

export function catchAll(app: FastifyInstance, world: World): void {
  app.post('/_sms', async (request, reply) => {
    const { to, text } = (request.body ?? {}) as { to?: unknown; text?: unknown };
    if (typeof to !== 'string' || typeof text !== 'string' || to === '' || text === '') {
      return reply.code(400).send({ error: 'Give "to" and "text".' });
    }
    const sms = world.sms.add({ at: new Date(world.clock.now()).toISOString(), to, text });
    world.feed.tell({ kind: 'mail' });
    return { id: String(sms.sequence), status: 'sent' };
  });

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
