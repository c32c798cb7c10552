// Reads on in a workspace's events and writes what its people are to be told.
import { z } from 'zod';
import type { Tx } from '#db/database.ts';
import { raise } from '#events/signals.ts';
import type { Happening } from '#features/notifications/hearing/hearing.ts';
import { whoHears } from '#features/notifications/hearing/rules.ts';
import { movePlace, type ReadEvent, readOn } from '#features/notifications/notification-places.store.ts';
import { settle } from '#features/notifications/notifications.store.ts';
import { readFacts } from '#features/notifications/read-facts.ts';
import { tell } from '#features/notifications/tell.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { settledByRules } from './settled-by-rules.ts';

const BATCH = 1_000;
export const PAUSE_MS = 1_000;
/** Topic of the signals that tell a person's open tabs to look again; the key is `workspace:person`. */
export const NOTIFIED_SIGNAL = 'notified';

export const gatherJob = defineJob({
  name: 'notifications.gather',
  payload: z.object({ workspaceId: z.uuid() }),
  async run({ db }, { workspaceId }, signal) {
    for (let more = true; more && !signal.aborted; ) {
      const { count, changed } = await db.inWorkspace(workspaceId, (tx) => gatherBatch(tx, workspaceId));
      // After the commit: who looks again finds it.
      await raise(
        db,
        NOTIFIED_SIGNAL,
        changed.map((userId) => `${workspaceId}:${userId}`),
      );
      more = count === BATCH;
    }
  },
});

/** The second is part of the key: a job that waits is not put off by the next one. */
export async function gatherAt(tx: Tx, workspaceId: string, runAt: Date): Promise<void> {
  const key = `notifications.gather:${workspaceId}:${Math.floor(runAt.getTime() / PAUSE_MS)}`;
  await enqueue(tx, gatherJob, { workspaceId }, { key, runAt });
}

/** The place moves in the same transaction: nothing is told twice or left out. */
async function gatherBatch(tx: Tx, workspaceId: string): Promise<{ count: number; changed: string[] }> {
  const call = { tx, workspaceId, now: now() };
  const next = await readOn(tx, workspaceId, BATCH);
  const { events, again } = next.hasRules ? settledByRules(next.events, call.now) : { ...next, again: null };
  if (again) await gatherAt(tx, workspaceId, again);
  const last = events.at(-1);
  if (!last) return { count: 0, changed: [] };
  const happenings = events.map(toHappening);
  const told = await tell(call, whoHears(happenings, await readFacts(call, happenings)));
  const settled = await settle(call, settledBy(events));
  await movePlace(tx, workspaceId, Number(last.seq), call.now);
  return { count: events.length, changed: [...new Set([...told, ...settled])] };
}

function toHappening({ name, subjectId, payload, actor, at }: ReadEvent): Happening {
  const { kind, id, name: actorName } = actor as { kind?: string; id?: string; name?: string };
  const person = kind === 'person';
  return {
    name,
    subjectId,
    payload,
    actorId: person ? (id ?? null) : null,
    actorName: person ? (actorName ?? null) : null,
    at,
  };
}

function settledBy(events: readonly ReadEvent[]): string[] {
  const ids = events.flatMap(({ name, subjectId, payload }) => {
    if (name === 'message.state_changed') return (payload as { conversationId: string }).conversationId;
    return name.startsWith('conversation.') && subjectId !== null ? subjectId : [];
  });
  return [...new Set(ids)];
}
