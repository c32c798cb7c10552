// Hands events to a subscriber so that one which it cannot take stops neither the others nor other subscribers.
import { sql } from 'kysely';
import type { Database, Tx } from '#db/database.ts';
import { now } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { DispatchedEvent, Subscriber } from './dispatcher.ts';

const log = logger('events');
/** Pauses after failed tries, in seconds; after the last one the event is given up for this subscriber. */
const AGAIN_AFTER_S = [1, 5, 30, 300, 3_600];
const RETRIES_AT_ONCE = 50;

/** In the dispatcher's transaction: what is not taken is noted, to be tried again. */
export async function handOver(tx: Tx, subscriber: Subscriber, events: DispatchedEvent[]): Promise<void> {
  if (!(await failureOf(tx, subscriber, events))) return;
  for (const event of events) {
    const failure = await failureOf(tx, subscriber, [event]);
    if (failure) await noteUntaken(tx, subscriber, event, 1, failure);
  }
}

/** Tries again what is due; answers how many were tried. */
export function retryUntaken(db: Database, subscribers: readonly Subscriber[]): Promise<number> {
  return db.asSystem(async (tx) => {
    const { rows } = await sql<DispatchedEvent & { subscriber: string; attempts: number }>`
      select e.workspace_id as "workspaceId", e.id, e.name, e.subject_id as "subjectId", e.payload, e.seq,
        u.subscriber, u.attempts
      from events_untaken u join events e on e.workspace_id = u.workspace_id and e.id = u.event_id
      where u.due_at <= ${now()} order by e.seq limit ${RETRIES_AT_ONCE} for update of u skip locked`.execute(
      tx,
    );
    for (const { subscriber: name, attempts, ...event } of rows) {
      const subscriber = subscribers.find((each) => each.name === name);
      const failure = subscriber ? await failureOf(tx, subscriber, [event]) : null;
      if (subscriber && failure) await noteUntaken(tx, subscriber, event, attempts + 1, failure);
      else
        await sql`delete from events_untaken where workspace_id = ${event.workspaceId} and event_id = ${event.id}
          and subscriber = ${name}`.execute(tx);
    }
    return rows.length;
  });
}

/** Null when the subscriber took them; what it wrote before it failed is taken back. */
async function failureOf(tx: Tx, subscriber: Subscriber, events: DispatchedEvent[]): Promise<Error | null> {
  await sql`savepoint hand_over`.execute(tx);
  try {
    await subscriber.hand(tx, events);
    await sql`release savepoint hand_over`.execute(tx);
    return null;
  } catch (error) {
    // A lost connection cannot do this, and ends the transaction: the events are dispatched anew.
    await sql`rollback to savepoint hand_over`.execute(tx);
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function noteUntaken(
  tx: Tx,
  { name }: Subscriber,
  event: DispatchedEvent,
  attempts: number,
  failure: Error,
): Promise<void> {
  const pause = AGAIN_AFTER_S[attempts - 1];
  const dueAt = pause === undefined ? null : new Date(now().getTime() + pause * 1_000);
  log.error(
    { err: failure, event: event.id, name: event.name, subscriber: name, attempts },
    dueAt ? 'an event was not taken, trying again' : 'an event was not taken and is given up',
  );
  await sql`
    insert into events_untaken (workspace_id, event_id, subscriber, attempts, failure, due_at)
    values (${event.workspaceId}, ${event.id}, ${name}, ${attempts}, ${failure.message.slice(0, 1_000)}, ${dueAt})
    on conflict (workspace_id, event_id, subscriber)
      do update set attempts = excluded.attempts, failure = excluded.failure, due_at = excluded.due_at`.execute(
    tx,
  );
}
