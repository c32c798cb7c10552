// Every minute, tells of customers who wait for an answer and whose window closes soon.
import { z } from 'zod';
import { raise } from '#events/signals.ts';
import { windowClosing } from '#features/notifications/hearing/chat-rules.ts';
import { windowsClosing } from '#features/notifications/notification-places.store.ts';
import { readFacts } from '#features/notifications/read-facts.ts';
import { tell } from '#features/notifications/tell.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { NOTIFIED_SIGNAL } from './gather.job.ts';

const SOON_MS = 2 * 3_600_000;

export const watchWindowsJob = defineJob({
  name: 'notifications.watch_windows',
  payload: z.object({}),
  cron: '* * * * *',
  async run({ db }, _payload, signal) {
    const workspaces = await db.kysely.selectFrom('workspaces').select('id').execute();
    for (const { id: workspaceId } of workspaces) {
      if (signal.aborted) return;
      const told = await db.inWorkspace(workspaceId, async (tx) => {
        const call = { tx, workspaceId, now: now() };
        const until = new Date(call.now.getTime() + SOON_MS);
        const happenings = (await windowsClosing(tx, workspaceId, call.now, until)).map((subjectId) => ({
          name: 'conversation.window_closing',
          subjectId,
          payload: {},
          actorId: null,
          actorName: null,
          at: call.now,
        }));
        if (happenings.length === 0) return [];
        const facts = await readFacts(call, happenings);
        return tell(
          call,
          happenings.flatMap((happening) => windowClosing(happening, facts)),
        );
      });
      await raise(
        db,
        NOTIFIED_SIGNAL,
        told.map((userId) => `${workspaceId}:${userId}`),
      );
    }
  },
});
