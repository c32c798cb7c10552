// Mails the owners that campaigns of a number were stopped, recover or are free again.
import { z } from 'zod';
import { mailOwners } from '#features/people/people.ts';
import { defineJob } from '#jobs/jobs.ts';
import { Id } from '#operations/operation.ts';
import { stageSubject } from './stage-words.ts';

export const tellOwnersJob = defineJob({
  name: 'watch.tell_owners',
  payload: z.object({ workspaceId: Id, numberId: Id, stage: z.string(), text: z.string() }),
  run: (services, { workspaceId, numberId, stage, text }) =>
    services.db.inWorkspace(workspaceId, async (tx) => {
      const number = await tx
        .selectFrom('numbers')
        .select('phone')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', numberId)
        .executeTakeFirst();
      if (!number) return;
      const address = `${services.publicUrl}/number-health?number=${numberId}`;
      await mailOwners({ tx, workspaceId, services }, (language) => {
        const { subject, look } = stageSubject(stage, number.phone, language);
        return {
          subject,
          lines: language === 'en' ? [text] : [subject],
          button: { label: look, address },
          ending: [],
        };
      });
    }),
});
