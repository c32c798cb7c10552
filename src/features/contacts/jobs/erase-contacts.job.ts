// Deletes what is left of contacts, some hundreds of rows at a time; a process that dies leaves the rest to the next.
import { z } from 'zod';
import { endErasing, nextErasures } from '#features/contacts/contacts-erase.store.ts';
import { type EraseCall, eraseSteps } from '#features/contacts/erase-contacts.ts';
import { audit } from '#features/people/people.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import type { Services } from '#operations/services.ts';

const CONTACTS_AT_ONCE = 50;
const ROWS_AT_ONCE = 500;

export const eraseContactsJob = defineJob({
  name: 'contacts.erase',
  payload: z.object({ workspaceId: z.uuid() }),
  async run(services, { workspaceId }, signal) {
    const goOn = () => {
      if (signal.aborted) throw new Error('The process stops; the rest is deleted by another.');
    };
    for (;;) {
      goOn();
      const next = await inCall(services, workspaceId, (call) => nextErasures(call, CONTACTS_AT_ONCE));
      if (next.length === 0) return;
      const ids = next.map((erasure) => erasure.id);
      const leaving = { ids, knownBy: next.flatMap((erasure) => erasure.knownBy) };
      for (const erase of eraseSteps())
        while (await inCall(services, workspaceId, (call) => erase(call, leaving, ROWS_AT_ONCE))) goOn();
      await inCall(services, workspaceId, async (call) => {
        await endErasing(call, ids);
        for (const { id, counts, actor } of next)
          await audit.record(
            { ...call, actor },
            { action: 'contact.erased', subjectType: 'contact', subjectId: id, details: counts },
          );
      });
    }
  },
});

/** One transaction; bytes of files go when it is committed. */
async function inCall<T>(
  services: Services,
  workspaceId: string,
  work: (call: EraseCall) => Promise<T>,
): Promise<T> {
  const after: (() => void | Promise<void>)[] = [];
  const answer = await services.db.inWorkspace(workspaceId, (tx) =>
    work({ tx, workspaceId, now: now(), services, afterCommit: (run) => void after.push(run) }),
  );
  for (const run of after) await run();
  return answer;
}
