// Deletes what is left of contacts, some hundreds of rows at a time; a process that dies leaves the rest to the next.
import { z } from 'zod';
import { endErasing, endProgress, nextErasures } from '#features/contacts/contacts-erase.store.ts';
import { eraseSteps } from '#features/contacts/erase-contacts.ts';
import { audit } from '#features/people/people.ts';
import { defineJob } from '#jobs/jobs.ts';
import { inCall } from '#operations/in-call.ts';

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
      if (next.length === 0) return inCall(services, workspaceId, endProgress);
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
