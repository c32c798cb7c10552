// The HTTP server of the simulator: body parsers, version prefix, errors, and the services behind it.

import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { control } from './control/control.ts';
import { opened } from './graph/fields.ts';
import { graph } from './graph/graph.ts';
import { GraphError } from './graph/graph-error.ts';
import { catchAll } from './mail/catch.ts';
import { mailbox } from './mail/mailbox.ts';
import { phone } from './phone/phone.ts';
import { pushService } from './push/push-service.ts';
import { quality } from './quality/quality.ts';
import { smsProvider } from './sms/sms-provider.ts';
import type { World } from './world/world.ts';

const MOST_BYTES = 105 * 1024 * 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers without an access token. */
    open?: boolean;
  }
}

export async function buildServer(world: World): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: MOST_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1_000 },
    rewriteUrl: (request) => (request.url ?? '/').replace(/^\/v\d{1,2}\.\d+(?=[/?]|$)/, '') || '/',
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isUpload(request)) return done(null, body);
    try {
      done(null, body.length === 0 ? undefined : JSON.parse(body.toString()));
    } catch {
      done(
        new GraphError(100, 'The request body is not valid JSON.', { details: 'Body must be valid JSON.' }),
      );
    }
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (isUpload(request)) return done(null, body);
      done(null, opened(Object.fromEntries(new URLSearchParams(body.toString()))));
    },
  );
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  await app.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1 } });

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof GraphError) return reply.code(error.status).send(error.body());
    if (request.url.startsWith('/_') || /^\/(?:phone|quality)\b/.test(request.url)) {
      return reply.code(error.statusCode ?? 400).send({ error: error.message });
    }
    const failure = new GraphError(error.statusCode && error.statusCode < 500 ? 100 : 1, error.message);
    return reply.code(error.statusCode ?? 500).send(failure.body());
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/_'))
      return reply.code(404).send({ error: `There is nothing at ${request.url}.` });
    const path = request.url.split('?')[0]!;
    const failure = new GraphError(2500, `Unknown path components: ${path}`, { bare: true });
    return reply.code(400).send(failure.body());
  });

  await app.register(async (scope) => graph(scope, world));
  await app.register(async (scope) => {
    for (const service of [control, catchAll, mailbox, phone, quality, pushService]) service(scope, world);
  });
  await app.register(async (scope) => smsProvider(scope, world));
  return app;
}

/** The bytes of a resumable upload come with whatever content type the sender's tool happens to set. */
function isUpload(request: FastifyRequest): boolean {
  return request.url.startsWith('/upload:');
}
