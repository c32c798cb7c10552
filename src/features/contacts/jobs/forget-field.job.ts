// Forgets the values of a deleted custom field on all contacts, some thousands at a time.
import { z } from 'zod';
import type { Subscriber } from '#events/dispatcher.ts';
import { removeFieldValues } from '#features/contacts/contacts.store.ts';
import { readFields } from '#features/fields/fields.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';

const BATCH = 5_000;

export const forgetFieldJob = defineJob({
  name: 'contacts.forget-field',
  payload: z.object({ workspaceId: z.uuid(), code: z.string() }),
  async run({ db }, { workspaceId, code }, signal) {
    for (let count = BATCH; count === BATCH && !signal.aborted; ) {
      count = await db.inWorkspace(workspaceId, async (tx) => {
        const call = { tx, workspaceId };
        const again = (await readFields(call)).some((field) => field.code === code);
        return again ? 0 : removeFieldValues(call, code, BATCH);
      });
    }
    if (signal.aborted) throw new Error('Stopped before all values were forgotten.');
  },
});

export const forgetFieldSubscriber: Subscriber = {
  name: 'contacts.forget-field',
  events: ['field.deleted'],
  async hand(tx, events) {
    for (const { workspaceId, payload } of events)
      await enqueue(tx, forgetFieldJob, { workspaceId, code: (payload as { code: string }).code });
  },
};
