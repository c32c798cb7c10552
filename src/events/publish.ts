// Writes what happened into the outbox, in the transaction that makes it happen.

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
  const rows = events.map((event) => ({
    workspace_id: call.workspaceId,
    id: newId(),
    name: event.name,
    subject_id: event.subjectId,
    payload: JSON.stringify(event.payload),
    actor: JSON.stringify(call.actor),
    at: call.now,
  }));
  await call.tx.insertInto('events').values(rows).execute();
}
