// Says whether the process lives, whether it can serve, and how it fares in figures.
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countUntaken } from '#events/untaken.ts';
import { AppError } from '#kit/errors.ts';
import { safeEqual } from '#kit/secrets.ts';
import type { ServerOptions } from './server.ts';

const LOCAL = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export async function healthRoutes(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const { db } = options.services;
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    await db.pool.query('select 1').catch((cause) => {
      throw new AppError('unavailable', 'The database does not answer.', { cause });
    });
    return { status: 'ready', eventsUntaken: await countUntaken(db) };
  });

  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'rondine_http_request_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'rondine_database_connections',
    help: 'Database connections by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'total' }, db.pool.totalCount);
      this.set({ state: 'idle' }, db.pool.idleCount);
      this.set({ state: 'waiting' }, db.pool.waitingCount);
    },
  });
  new Gauge({
    name: 'rondine_events_untaken',
    help: 'Events that a subscriber did not take: tried again (waiting) or given up',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { waiting, givenUp } = await countUntaken(db);
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'given_up' }, givenUp);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    const bearer = request.headers.authorization?.replace(/^Bearer /i, '');
    const allowed = options.metricsToken
      ? safeEqual(bearer ?? '', options.metricsToken)
      : LOCAL.has(request.ip);
    if (!allowed)
      throw new AppError('unauthenticated', 'Send the token in METRICS_TOKEN as "Authorization: Bearer …".');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
