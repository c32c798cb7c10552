// Mails the owners that campaigns of a number were stopped, recover or are free again.
import { z } from 'zod';
import { ruleSettings } from '#features/guardian/guardian.store.ts';
import { planParameters } from '#features/guardian/plan-parameters.ts';
import { mailOwners, workspaceLink } from '#features/people/people.ts';
import { defineJob } from '#jobs/jobs.ts';
import { Id } from '#operations/operation.ts';
import { QUALITY_STAGES } from './quality-stage.ts';
import { stageMail } from './stage-mail.ts';

export const tellOwnersJob = defineJob({
  name: 'watch.tell_owners',
  payload: z.object({
    workspaceId: Id,
    numberId: Id,
    stage: z.enum(QUALITY_STAGES),
    cause: z.enum(['low', 'flagged', 'restricted', 'banned']).nullable(),
    relapses: z.int(),
    until: z.iso.datetime().nullable(),
  }),
  run: (services, { workspaceId, numberId, until, ...news }) =>
    services.db.inWorkspace(workspaceId, async (tx) => {
      const number = await tx
        .selectFrom('numbers as n')
        .innerJoin('workspaces as w', 'w.id', 'n.workspace_id')
        .select(['n.phone', 'w.time_zone'])
        .where('n.workspace_id', '=', workspaceId)
        .where('n.id', '=', numberId)
        .executeTakeFirst();
      if (!number) return;
      const { perDay } = planParameters(await ruleSettings({ tx, workspaceId })).recovery;
      const address = workspaceLink(services.publicUrl, `/number-health?number=${numberId}`, workspaceId);
      await mailOwners({ tx, workspaceId, services }, (language) => {
        const day = until && dayIn(language, number.time_zone, new Date(until));
        const told = stageMail({ ...news, phone: number.phone, until: day, perDay }, language);
        const { subject, lines, look } = told;
        return { subject, lines, button: { label: look, address }, ending: [] };
      });
    }),
});

function dayIn(language: string, timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(at);
}
