// The live door: what happens in a workspace, as server-sent events that survive a reconnect.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { catalogue, type EventName } from '#events/catalogue.ts';
import { AppError } from '#kit/errors.ts';
import type { Caller } from '#operations/call.ts';
import type { ServerOptions } from './server.ts';

const HEARTBEAT_MS = 20_000;
const BATCH = 500;

/**
 * GET /api/v1/live (session cookie or API key; `workspace` names the workspace where a header cannot be set).
 * Each event: `id` = its number in the order, `event` = its name, `data` = {subjectId, at}. A client that comes back
 * with Last-Event-ID gets everything since; when that is no longer kept, it gets `event: reset` and must read again.
 * Only names and ids go out: what they stand for is read through operations, with their permissions.
 */
export async function liveRoutes(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const open = new Set<AbortController>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.abort();
  });
  app.get('/api/v1/live', async (request, reply) => {
    const caller = await options.identify(request);
    if (!caller) throw new AppError('unauthenticated', 'Sign in first.');
    const { workspaceId } = caller;
    if (!workspaceId) throw new AppError('workspace_required', 'Name a workspace of yours.', { status: 403 });
    const stop = new AbortController();
    open.add(stop);
    request.raw.on('close', () => stop.abort());
    try {
      await stream(options, { ...caller, workspaceId }, request, reply, stop.signal);
    } finally {
      open.delete(stop);
      reply.raw.end();
    }
  });
}

async function stream(
  options: ServerOptions,
  caller: Caller & { workspaceId: string },
  request: FastifyRequest,
  reply: FastifyReply,
  signal: AbortSignal,
): Promise<void> {
  const { db } = options.services;
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });

  let wake = () => {};
  const off = options.signals.on('events', (key) => (key === '' || key === caller.workspaceId) && wake());
  const beat = setInterval(() => reply.raw.write(': still here\n\n'), HEARTBEAT_MS);
  signal.addEventListener('abort', () => wake());
  try {
    const range = await keptRange(options, caller.workspaceId);
    const asked = Number(
      request.headers['last-event-id'] ?? (request.query as { after?: string }).after ?? Number.NaN,
    );
    const lost = Number.isFinite(asked) && asked > 0 && asked < range.oldest - 1;
    let after = Number.isFinite(asked) && !lost ? asked : range.newest;
    reply.raw.write(`retry: 1000\nid: ${after}\nevent: ${lost ? 'reset' : 'ready'}\ndata: {}\n\n`);
    while (!signal.aborted) {
      // Armed before reading: a signal that comes meanwhile is not missed.
      const woken = new Promise<void>((done) => {
        wake = done;
      });
      const events = await db.inWorkspace(caller.workspaceId, (tx) =>
        tx
          .selectFrom('events')
          .select(['seq', 'name', 'subject_id', 'at'])
          .where('workspace_id', '=', caller.workspaceId)
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(BATCH)
          .execute(),
      );
      for (const event of events) {
        after = event.seq!;
        const visibleTo = catalogue[event.name as EventName]?.visibleTo;
        if (!visibleTo || !caller.permissions.has(visibleTo)) continue;
        const data = JSON.stringify({ subjectId: event.subject_id, at: event.at });
        reply.raw.write(`id: ${after}\nevent: ${event.name}\ndata: ${data}\n\n`);
      }
      if (events.length < BATCH && !signal.aborted) await woken;
    }
  } finally {
    clearInterval(beat);
    off();
  }
}

async function keptRange(
  options: ServerOptions,
  workspaceId: string,
): Promise<{ oldest: number; newest: number }> {
  return options.services.db.inWorkspace(workspaceId, async (tx) => {
    const row = await tx
      .selectFrom('events')
      .select((eb) => [eb.fn.min('seq').as('oldest'), eb.fn.max('seq').as('newest')])
      .where('workspace_id', '=', workspaceId)
      .where('seq', 'is not', null)
      .executeTakeFirst();
    return { oldest: Number(row?.oldest ?? 0), newest: Number(row?.newest ?? 0) };
  });
}
