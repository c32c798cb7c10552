// Gives every committed event its place in the order and hands it to whoever subscribed.
import { sql } from 'kysely';
import type { Database, Tx } from '#db/database.ts';
import { sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { EventName } from './catalogue.ts';
import { handOver, retryUntaken } from './hand-over.ts';
import { raise } from './signals.ts';

const log = logger('events');
const BATCH = 500;
/** Events appear within this time; looking is one probe of a small index. */
const LOOK_EVERY_MS = 100;
/** How often events that a subscriber did not take are looked for. */
const RETRY_EVERY_MS = 1_000;

export type DispatchedEvent = {
  workspaceId: string;
  id: string;
  name: EventName;
  subjectId: string | null;
  payload: unknown;
  seq: number;
};

/**
 * Runs in the dispatcher's transaction, so that an event is handed over exactly once: enqueue a job here. An event at
 * which it throws comes again later, alone, and is given up after some tries; the others go on meanwhile.
 */
export type Subscriber = {
  /** Stays the same for ever: what it could not take is kept under it. */
  name: string;
  events: readonly EventName[] | 'all';
  hand(tx: Tx, events: DispatchedEvent[]): Promise<void>;
};

/** Runs until `signal` aborts. Several processes may run it: one at a time works. */
export async function runDispatcher(
  db: Database,
  subscribers: readonly Subscriber[],
  signal: AbortSignal,
): Promise<void> {
  let nextRetry = 0;
  while (!signal.aborted) {
    let count = 0;
    try {
      if (performance.now() >= nextRetry) {
        nextRetry = performance.now() + RETRY_EVERY_MS;
        await retryUntaken(db, subscribers);
      }
      const events = await dispatchBatch(db, subscribers);
      count = events.length;
      await raise(db, 'events', new Set(events.map((event) => event.workspaceId)));
    } catch (error) {
      log.error({ err: error }, 'events were not dispatched, trying again');
      await sleep(1_000, signal);
    }
    if (count < BATCH) await sleep(LOOK_EVERY_MS, signal);
  }
}

/** One batch; an empty answer means that there is nothing to do, or that another process is at it. */
export function dispatchBatch(db: Database, subscribers: readonly Subscriber[]): Promise<DispatchedEvent[]> {
  return db.asSystem(async (tx) => {
    // Held to the end of the transaction: numbers are given in the order in which they become visible.
    const lock = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(7205119) as held`.execute(tx);
    if (!lock.rows[0]?.held) return [];
    const { rows } = await sql<DispatchedEvent>`
      with next as (
        select workspace_id, id, nextval('event_seq') as seq from (
          select workspace_id, id from events where seq is null order by at, id limit ${BATCH}
        ) waiting
      )
      update events e set seq = next.seq from next
      where e.workspace_id = next.workspace_id and e.id = next.id
      returning e.workspace_id as "workspaceId", e.id, e.name, e.subject_id as "subjectId", e.payload, e.seq`.execute(
      tx,
    );
    const events = rows.sort((a, b) => a.seq - b.seq);
    for (const subscriber of subscribers) {
      const wanted =
        subscriber.events === 'all'
          ? events
          : events.filter((e) => (subscriber.events as string[]).includes(e.name));
      if (wanted.length > 0) await handOver(tx, subscriber, wanted);
    }
    return events;
  });
}
