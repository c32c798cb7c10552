// The live door: what happens in a workspace, as server-sent events that survive a reconnect.
import { once } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { catalogue, type EventName } from '#events/catalogue.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import type { Caller } from '#operations/call.ts';
import type { Permission } from '#operations/permissions.ts';
import { momentsFor } from './live-moments.ts';
import type { ServerOptions } from './server.ts';

const HEARTBEAT_MS = 20_000;
const BATCH = 500;

/**
 * GET /api/v1/live (session cookie or API key; `workspace` names the workspace where a header cannot be set).
 * Each event: `id` = its number in the order, `event` = its name, `data` = {subjectId, at}, and {conversationId} of what
 * happened in one. A client that comes back
 * with Last-Event-ID gets everything since; when that is no longer kept, it gets `event: reset` and must read again.
 * A client that comes for the first time begins with what is new; with `since` it first gets what happened in the last
 * so many seconds, up to a minute: what it has read meanwhile may be older. Every 20 seconds without news it gets
 * `event: beat`: who hears nothing for longer has lost the connection.
 * Only names and ids go out: what they stand for is read through operations, with their permissions; ids of people,
 * conversations and tickets only to who may see all of them, others get null. Who listens is
 * asked anew before anything goes out, and with every heartbeat: a revoked session or key ends its stream.
 * Moments (see live-moments.ts) go out without a number: after a reconnect one asks anyway.
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
    reply.raw.on('close', () => stop.abort());
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
    // A stream's connection serves nothing after it: kept alive, it would hold up the server's stop.
    connection: 'close',
  });

  let wake = () => {};
  const off = options.signals.on('events', (key) => (key === '' || key === caller.workspaceId) && wake());
  const moments = momentsFor(caller, options.signals, () => wake());
  let beating = false;
  const beat = setInterval(() => {
    beating = true;
    wake();
  }, HEARTBEAT_MS);
  signal.addEventListener('abort', () => wake());
  try {
    const range = await keptRange(options, caller.workspaceId);
    const asked = placeAsked(request);
    const lost = asked !== null && asked > 0 && (asked < range.oldest - 1 || asked > range.newest);
    const first =
      asked === null ? await placeBefore(options, caller.workspaceId, secondsAsked(request)) : null;
    let after = asked !== null && !lost ? asked : (first ?? range.newest);
    reply.raw.write(`retry: 1000\nid: ${after}\nevent: ${lost ? 'reset' : 'ready'}\ndata: {}\n\n`);
    while (!signal.aborted) {
      // Armed before reading: a signal that comes meanwhile is not missed.
      const woken = new Promise<void>((done) => {
        wake = done;
      });
      const events = await db.inWorkspace(caller.workspaceId, (tx) =>
        tx
          .selectFrom('events')
          .select([
            'seq',
            'name',
            'subject_id',
            'at',
            sql<string | null>`payload ->> 'conversationId'`.as('conversation_id'),
          ])
          .where('workspace_id', '=', caller.workspaceId)
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(BATCH)
          .execute(),
      );
      if (events.length > 0 || beating || moments.waiting()) {
        const permissions = await permissionsNow(options, request, caller.workspaceId);
        if (!permissions) return;
        const text = events
          .filter((event) => isVisible(event.name, permissions))
          .map((event) => written(event, permissions));
        if (moments.waiting())
          text.push(...(await db.inWorkspace(caller.workspaceId, (tx) => moments.take(tx, permissions))));
        // The last place goes out also when nothing is visible, so that a client that comes back starts behind it.
        after = events.at(-1)?.seq ?? after;
        if (beating) text.push(`id: ${after}\nevent: beat\ndata: {}\n\n`);
        await send(reply, signal, text.join('') || `: nothing for you\nid: ${after}\n\n`);
        beating = false;
      }
      if (events.length < BATCH && !signal.aborted) await woken;
    }
  } finally {
    clearInterval(beat);
    off();
    moments.stop();
  }
}

/** The place after which the client wants to go on; null for a client that comes for the first time. */
function placeAsked(request: FastifyRequest): number | null {
  const { after } = request.query as { after?: unknown };
  const place = request.headers['last-event-id'] ?? after;
  return typeof place === 'string' && /^\d{1,15}$/.test(place) ? Number(place) : null;
}

const LONGEST_BACK_S = 60;

/** How far a client that comes for the first time wants to look back. */
function secondsAsked(request: FastifyRequest): number {
  const { since } = request.query as { since?: unknown };
  return typeof since === 'string' && /^\d{1,4}$/.test(since) ? Math.min(Number(since), LONGEST_BACK_S) : 0;
}

/** The place behind which everything of the last `seconds` comes, of at most a batch; null when there is nothing. */
async function placeBefore(
  options: ServerOptions,
  workspaceId: string,
  seconds: number,
): Promise<number | null> {
  if (seconds === 0) return null;
  const from = new Date(now().getTime() - seconds * 1_000);
  const { rows } = await options.services.db.inWorkspace(workspaceId, (tx) =>
    sql<{ first: number | null }>`
      select min(seq) as first from (
        select seq, at from events where workspace_id = ${workspaceId} and seq is not null
        order by seq desc limit ${BATCH}) latest
      where at >= ${from}`.execute(tx),
  );
  const first = rows[0]?.first ?? null;
  return first === null ? null : Number(first) - 1;
}

/** What the client may do at this moment; null when its session or key is gone, or its place in the workspace. */
async function permissionsNow(
  options: ServerOptions,
  request: FastifyRequest,
  workspaceId: string,
): Promise<ReadonlySet<Permission> | null> {
  const caller = await options.identify(request).catch((error) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  return caller?.workspaceId === workspaceId ? caller.permissions : null;
}

function isVisible(name: string, permissions: ReadonlySet<Permission>): boolean {
  const visibleTo = catalogue[name as EventName]?.visibleTo;
  return visibleTo !== undefined && permissions.has(visibleTo as Permission);
}

/** Their subjects are seen by who has `chats:all`, or by assignment: others learn that something happened, not to whom. */
const BY_ASSIGNMENT = /^(contact|conversation|message|note|ticket)\./;

function written(
  event: {
    seq: number | null;
    name: string;
    subject_id: string | null;
    conversation_id: string | null;
    at: Date;
  },
  permissions: ReadonlySet<Permission>,
): string {
  const told = permissions.has('chats:all') || !BY_ASSIGNMENT.test(event.name);
  const conversationId = event.name.startsWith('conversation.') ? event.subject_id : event.conversation_id;
  const content = JSON.stringify({
    subjectId: told ? event.subject_id : null,
    ...(told && conversationId !== null ? { conversationId } : {}),
    at: event.at,
  });
  return `id: ${event.seq}\nevent: ${event.name}\ndata: ${content}\n\n`;
}

/** Waits while the client reads more slowly than things happen. */
async function send(reply: FastifyReply, signal: AbortSignal, text: string): Promise<void> {
  if (reply.raw.write(text) || signal.aborted) return;
  await once(reply.raw, 'drain', { signal }).catch(() => {});
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
