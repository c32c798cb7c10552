// Mails the owners what stops sending, each in their language, about the same thing once a day.
import { z } from 'zod';
import { mailOwners } from '#features/people/people.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { Id } from '#operations/operation.ts';
import { noticeOf } from './notice.ts';
import { noteTold } from './notices.store.ts';

export const tellOwnersJob = defineJob({
  name: 'notices.tell_owners',
  payload: z.object({
    workspaceId: Id,
    name: z.string(),
    subjectId: z.string().nullable(),
    payload: z.unknown(),
  }),
  run: (services, { workspaceId, ...news }) =>
    services.db.inWorkspace(workspaceId, async (tx) => {
      const call = { tx, workspaceId, services, now: now() };
      const notice = await noticeOf(call, { ...news, payload: news.payload });
      if (!notice || !(await noteTold(call, notice.topic))) return;
      await mailOwners(call, (language) => {
        const { subject, lines, look } = notice.say(language);
        const address = `${services.publicUrl}${notice.path}`;
        return { subject, lines, button: { label: look, address }, ending: [] };
      });
    }),
});
