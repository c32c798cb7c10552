// The HTTP server: security headers, rate limits, errors in one shape, and the doors behind them.
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Signals } from '#events/signals.ts';
import { AppError } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import { logger } from '#kit/log.ts';
import type { Caller } from '#operations/call.ts';
import type { Feature } from '#operations/feature.ts';
import type { Services } from '#operations/services.ts';
import { databaseRefusal } from './database-refusals.ts';
import { errorBody, unexpected } from './error-body.ts';
import { healthRoutes } from './health.ts';
import { liveRoutes } from './live.ts';
import { closePromptly } from './prompt-close.ts';
import { openQuickDoors, type QuickDoors } from './quick-door.ts';
import { restRoutes } from './rest.ts';
import { webRoutes } from './web.ts';

const log = logger('api');

export type ServerOptions = {
  services: Services;
  signals: Signals;
  features: readonly Feature[];
  /** Who sends this request: null when it carries no valid session or key. Throws for a forged or revoked one. */
  identify(request: FastifyRequest): Promise<Caller | null>;
  trustProxy: boolean;
  metricsToken: string | undefined;
  /** Folder of the built web app; undefined serves none (tests). */
  webFolder: string | undefined;
};

/** Requests of one address per minute: far above what people and a shop's server need. */
export const REQUESTS_PER_MINUTE = 3_000;

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    genReqId: () => newId(),
    trustProxy: options.trustProxy,
    bodyLimit: 2_000_000,
    // An import of 200 MB over a slow line takes minutes; a connection that sends nothing holds nothing for ever.
    requestTimeout: 20 * 60_000,
    logger: false,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    routerOptions: { maxParamLength: 500 },
  });
  closePromptly(app);
  app.setErrorHandler(answerError);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await app.register(helmet, securityHeaders(options.services));
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    // By address, not by key: a caller could try a new key with every request.
    keyGenerator: (request) => request.ip,
    // Meta's webhooks come in bursts far above any person's rate, and are signed.
    allowList: (request) => request.url.startsWith('/webhooks/') || request.url.startsWith('/assets/'),
    errorResponseBuilder: (_request, limit) =>
      new AppError('rate_limited', `Too many requests. Try again in ${Math.ceil(limit.ttl / 1000)} s.`, {
        retryAfterSeconds: Math.ceil(limit.ttl / 1000),
      }),
  });
  await healthRoutes(app, options);
  const quick: QuickDoors = new Map();
  await restRoutes(app, options, quick);
  await liveRoutes(app, options);
  await webRoutes(app, options.webFolder);
  openQuickDoors(app, quick);
  return app;
}

function securityHeaders(services: Services) {
  const secure = services.publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine writes its variables into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' as const },
  };
}

function answerError(error: FastifyError | AppError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof AppError) return send(request, reply, error);
  const refused = databaseRefusal(error);
  if (refused) return send(request, reply, refused);
  const status = error.statusCode ?? 500;
  if (status === 413) return send(request, reply, new AppError('too_large', 'The request is too large.'));
  if (status < 500) return send(request, reply, new AppError('bad_input', error.message, { status }));
  log.error({ err: error, requestId: request.id }, 'request failed');
  return send(request, reply, unexpected(request.id));
}

function send(request: FastifyRequest, reply: FastifyReply, error: AppError) {
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', error.retryAfterSeconds);
  return reply.status(error.status).send(errorBody(error, request.id));
}
