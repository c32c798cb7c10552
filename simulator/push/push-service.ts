// A push service as the browsers' makers run: takes encrypted pushes below /_push/ and brings them to its browsers.

import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world.ts';
import { wrongSignature } from './check-signature.ts';
import { openPush } from './open-push.ts';

const MOST_BYTES = 4_096;

export function pushService(app: FastifyInstance, world: World): void {
  app.post<{ Params: { id: string } }>('/_push/:id', async (request, reply) => {
    const refuse = (status: number, reason: string) => reply.code(status).send({ reason });
    const browser = world.push.find(request.params.id);
    if (!browser || browser.mood === 'gone') return refuse(410, 'This browser takes no more pushes.');
    if (browser.mood === 'busy') return reply.header('retry-after', '5').code(429).send({ reason: 'Later.' });
    const { authorization, ttl, urgency = 'normal', 'content-encoding': encoding } = request.headers;
    const wrong = wrongSignature(browser, authorization, new URL(world.url).origin, Date.now() / 1_000);
    if (wrong) return refuse(403, wrong);
    if (!/^\d+$/.test(String(ttl))) return refuse(400, 'TTL is missing.');
    if (encoding !== 'aes128gcm') return refuse(415, 'Content-Encoding must be aes128gcm.');
    const body = request.body;
    if (!Buffer.isBuffer(body)) return refuse(400, 'The body is missing.');
    if (body.length > MOST_BYTES) return refuse(413, 'A push has at most 4096 bytes.');
    let text: string;
    try {
      text = openPush(browser, body);
    } catch {
      return refuse(400, 'The browser cannot open this push.');
    }
    const at = new Date(world.clock.now()).toISOString();
    world.push.received.add({ browser: browser.id, at, ttl: Number(ttl), urgency: String(urgency), text });
    return reply.code(201).send();
  });
}
