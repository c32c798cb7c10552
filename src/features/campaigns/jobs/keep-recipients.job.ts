// Goes on putting the people of a figure into a list or a tag, some thousand at a time.
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { RecipientFilter } from '#features/campaigns/campaigns.contract.ts';
import { KEEP_AT_ONCE, keepSome } from '#features/campaigns/keep-recipients.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

export const keepRecipientsJob = defineJob({
  name: 'campaigns.keep_recipients',
  payload: z.object({
    workspaceId: z.uuid(),
    campaignId: z.uuid(),
    filter: RecipientFilter.nullable(),
    as: z.enum(['list', 'tag']),
    targetId: z.uuid(),
    after: z.uuid(),
  }),
  async run(services, { workspaceId, ...keeping }, signal) {
    const actor = { kind: 'system', name: 'campaigns' } as const;
    // Begun again from the start after a sudden death: whoever is in already stays in.
    for (let after: string | null = keeping.after; after !== null && !signal.aborted; )
      after = await services.db.inWorkspace(workspaceId, async (tx) => {
        const call = { workspaceId, tx, now: now(), actor };
        const { count, last } = await keepSome(call, { ...keeping, after });
        await publish(call, keeping.as === 'list' ? 'list.changed' : 'tag.changed', keeping.targetId, {});
        return count === KEEP_AT_ONCE ? last : null;
      });
    if (signal.aborted) throw new Error('The process stops; the rest is kept by another.');
  },
});
