// Writes what happened into the outbox, in the transaction that makes it happen.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { EventName, EventPayload } from './catalogue.ts';

/** The part of a call that an event needs; engines and jobs make one of their own. */
export type Publisher = Pick<Call, 'tx' | 'workspaceId' | 'actor' | 'now'>;

export type NewEvent<N extends EventName = EventName> = {
  name: N;
  subjectId: string | null;
  payload: EventPayload<N>;
};

export async function publish<N extends EventName>(
  call: Publisher,
  name: N,
  subjectId: string | null,
  payload: EventPayload<N>,
): Promise<void> {
  await publishAll(call, [{ name, subjectId, payload } as NewEvent]);
}

/** One insert for many events. */
export async function publishAll(call: Publisher, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into events (workspace_id, id, name, subject_id, payload, actor, at)
    select ${call.workspaceId}, e.id, e.name, e.subject_id, e.payload, ${JSON.stringify(call.actor)}::jsonb, ${call.now}
    from unnest(${events.map(() => newId())}::uuid[], ${events.map((e) => e.name)}::text[],
      ${events.map((e) => e.subjectId)}::uuid[], ${events.map((e) => JSON.stringify(e.payload))}::jsonb[])
      e(id, name, subject_id, payload)`.execute(call.tx);
}
