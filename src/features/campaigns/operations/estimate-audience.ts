// Counts whom a campaign would reach now, and what that would cost at most.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { audienceByCountry, estimateAudience } from '#features/campaigns/campaigns-audience.store.ts';
import { estimateCost } from '#features/rates/rates.ts';
import type { Handler } from '#operations/handle.ts';

export const estimate: Handler<typeof campaignsContract.estimate> = async (call, input) => {
  const template = input.templateId
    ? await call.tx
        .selectFrom('templates')
        .select('category')
        .where('workspace_id', '=', call.workspaceId)
        .where('id', '=', input.templateId)
        .executeTakeFirst()
    : undefined;
  const wish = {
    audience: input.audience,
    retryOf: input.retryOf ?? null,
    // Without a template the careful answer.
    marketing: template ? template.category === 'marketing' : true,
  };
  const counted = await estimateAudience(call, wish);
  if (!template || counted.audience === 0) return { ...counted, cost: null };
  const category = template.category;
  const day = (input.at ?? call.now.toISOString()).slice(0, 10);
  const cost = await estimateCost(call, { category, day, people: () => audienceByCountry(call, wish) });
  return { ...counted, cost };
};
