// Makes a list or a tag of the people of a figure.
import { publish } from '#events/publish.ts';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { keepRecipientsJob } from '#features/campaigns/jobs/keep-recipients.job.ts';
import { KEEP_AT_ONCE, keepSome } from '#features/campaigns/keep-recipients.ts';
import { findOrCreateLists } from '#features/lists/lists.ts';
import { findOrCreateTags } from '#features/tags/tags.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Handler } from '#operations/handle.ts';

export const keepRecipients: Handler<typeof campaignsContract.keepRecipients> = async (call, input) => {
  const { id: campaignId, as, name, filter = null } = input;
  await readCampaign(call, campaignId);
  const found = await (as === 'list' ? findOrCreateLists : findOrCreateTags)(call, [name]);
  const target = found.get(name.toLowerCase())!;
  const keeping = { campaignId, filter, as, targetId: target.id };
  const { count, last } = await keepSome(call, { ...keeping, after: null });
  const more = count === KEEP_AT_ONCE;
  if (more)
    await enqueue(call.tx, keepRecipientsJob, { workspaceId: call.workspaceId, ...keeping, after: last! });
  await publish(call, as === 'list' ? 'list.changed' : 'tag.changed', target.id, {});
  return { id: target.id, name: target.name, kept: count, more };
};
