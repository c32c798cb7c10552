// Reads stored webhook bodies and hands what they tell to the features, in the transaction that marks them read.
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { logger } from '#kit/log.ts';
import type { Call } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import { readWebhook } from '#whatsapp/cloud-api/read-webhook.ts';
import type { ProviderEvent, ProviderEventKind } from '#whatsapp/provider-event.ts';
import { recentBodiesOf } from './recent-bodies.ts';
import { claimBodies, lockReading, markDone, markFailed, type WaitingBody } from './webhooks.store.ts';

const log = logger('webhooks');
/** Bodies in one batch. */
export const MOST_AT_ONCE = 1_000;
/** A body may hold a thousand messages: a batch stays short also then. Bytes. */
const BATCH_SIZE = 2_000_000;
/** Pauses after failed attempts, seconds; after the last one the body is given up and shown. */
const RETRY_AFTER_S = [1, 5, 30, 120, 600];

/** Acts on events of certain kinds, all of one workspace, in the order in which they arrived. */
export type ProviderEventHandler = {
  kinds: readonly ProviderEventKind[];
  apply(call: Call, events: ProviderEvent[]): Promise<void>;
};

/**
 * Reads one batch of a workspace; answers how many bodies it dealt with, 0 when there is none or another process is
 * at it. When the batch fails, its bodies are read one by one, so that a bad one stops no other.
 */
export async function readBatch(
  services: Services,
  workspaceId: string,
  handlers: readonly ProviderEventHandler[],
): Promise<number> {
  try {
    return await inReader(services, workspaceId, async (call) => {
      const bodies = await claimBodies(call, MOST_AT_ONCE, BATCH_SIZE, recentBodiesOf(services));
      if (bodies.length > 0) await apply(call, bodies, handlers);
      return bodies.length;
    });
  } catch (error) {
    log.warn({ err: error, workspaceId }, 'a batch of webhooks could not be read, trying one by one');
    return readOneByOne(services, workspaceId, handlers);
  }
}

async function readOneByOne(
  services: Services,
  workspaceId: string,
  handlers: readonly ProviderEventHandler[],
): Promise<number> {
  for (let count = 0; count < MOST_AT_ONCE; count += 1) {
    let current: WaitingBody | undefined;
    try {
      const read = await inReader(services, workspaceId, async (call) => {
        [current] = await claimBodies(call, 1, BATCH_SIZE);
        if (current) await apply(call, [current], handlers);
        return current ? 1 : 0;
      });
      if (read === 0) return count;
    } catch (error) {
      if (!current) throw error;
      await noteFailure(services, workspaceId, current, error);
    }
  }
  return MOST_AT_ONCE;
}

async function noteFailure(
  services: Services,
  workspaceId: string,
  body: WaitingBody,
  error: unknown,
): Promise<void> {
  log.error({ err: error, workspaceId, webhook: body.id }, 'a webhook could not be read');
  const attempts = body.attempts + 1;
  const pause = RETRY_AFTER_S[attempts - 1];
  await inReader(services, workspaceId, async (call) => {
    const dueAt = pause === undefined ? null : new Date(call.now.getTime() + pause * 1000);
    const failure = error instanceof Error ? error.message : String(error);
    await markFailed(call, body, { attempts, failure: failure.slice(0, 1000), dueAt });
    return 1;
  });
}

async function apply(
  call: Call,
  bodies: readonly WaitingBody[],
  handlers: readonly ProviderEventHandler[],
): Promise<void> {
  const read = bodies.map((body) => ({ ...body, events: readWebhook(body.body, body.receivedAt) }));
  const events = unrepeated(read.flatMap((body) => body.events));
  for (const { kinds, apply: hand } of handlers) {
    const wanted = events.filter((event) => kinds.includes(event.kind));
    if (wanted.length > 0) await hand(call, wanted);
  }
  const handled = new Set(handlers.flatMap(({ kinds }) => kinds));
  await markDone(
    call,
    read.map((body) => ({ ...body, unknown: unknownOf(body.events, handled) })),
  );
}

/** The same news twice in one batch counts once. */
function unrepeated(events: ProviderEvent[]): ProviderEvent[] {
  return [...new Map(events.map((event) => [event.dedupeKey, event])).values()];
}

function unknownOf(events: readonly ProviderEvent[], handled: ReadonlySet<ProviderEventKind>): string[] {
  const words = events.flatMap((event) => {
    if (event.kind === 'unknown') return [event.reason];
    if (!handled.has(event.kind)) return [`Not used: ${event.kind} (${event.source})`];
    if (event.kind === 'message_received' && event.content.type === 'unknown')
      return [`Message of the unknown type “${event.content.providerType}”`];
    return [];
  });
  return [...new Set(words)];
}

/** Runs `work` alone for this workspace; 0 when another process is at it. */
async function inReader(
  services: Services,
  workspaceId: string,
  work: (call: Call) => Promise<number>,
): Promise<number> {
  const later: (() => void | Promise<void>)[] = [];
  const count = await services.db.inWorkspace(workspaceId, async (tx) => {
    const call: Call = {
      workspaceId,
      tx,
      services,
      now: now(),
      actor: { kind: 'system', name: 'WhatsApp' },
      userId: null,
      permissions: new Set(),
      requestId: newId(),
      afterCommit: (run) => later.push(run),
    };
    return (await lockReading(call)) ? work(call) : 0;
  });
  for (const run of later) await run();
  return count;
}
