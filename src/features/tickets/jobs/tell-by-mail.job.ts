// Tells by mail what happened to tickets: at most one mail a minute to each person, however much happened.
import { z } from 'zod';
import { mailDigest } from '#features/tickets/mails/mail-digest.ts';
import type { TicketCall } from '#features/tickets/tickets.types.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';

const MINUTE_MS = 60_000;
const ENTRIES = 500;

export const tellByMailJob = defineJob({
  name: 'tickets.tell_by_mail',
  payload: z.object({ workspaceId: z.uuid() }),
  async run(services, { workspaceId }, signal) {
    const digest = () =>
      services.db.inWorkspace(workspaceId, (tx) => mailDigest({ tx, workspaceId, services }, ENTRIES));
    while (!signal.aborted && (await digest()) === ENTRIES);
  },
});

/** What waits to be told is told when the present minute ends; called in the transaction that writes it. */
export async function tellByMail(call: Pick<TicketCall, 'tx' | 'workspaceId' | 'now'>): Promise<void> {
  const minute = Math.floor(call.now.getTime() / MINUTE_MS) + 1;
  await enqueue(
    call.tx,
    tellByMailJob,
    { workspaceId: call.workspaceId },
    { runAt: new Date(minute * MINUTE_MS), key: `ticket-mails:${call.workspaceId}:${minute}` },
  );
}
