// Counts whom a campaign would reach now.

import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { estimateAudience } from '#features/campaigns/campaigns-audience.store.ts';
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
  return estimateAudience(call, {
    audience: input.audience,
    retryOf: input.retryOf ?? null,
    // Without a template the careful answer.
    marketing: template ? template.category === 'marketing' : true,
  });
};
