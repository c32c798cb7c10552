// Describes a campaign to the guardian: number, template, whom it would go to.
import type { Send } from '#features/guardian/guardian.ts';
import { CampaignAudience } from './campaigns.contract.ts';
import type { CampaignRow } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { judged } from './campaigns-audience.store.ts';

export type Described = Pick<
  CampaignRow,
  'number_id' | 'template_id' | 'template_category' | 'variables' | 'audience' | 'retry_of' | 'planned'
>;

/** Number and template must be chosen. */
export async function describeSend(call: CampaignCall, row: Described): Promise<Omit<Send, 'campaignId'>> {
  const audience = CampaignAudience.parse(row.audience);
  const people = await judged(call, {
    audience,
    retryOf: row.retry_of,
    marketing: row.template_category === 'marketing',
  });
  const fields = Object.fromEntries(
    Object.entries(row.variables).map(([slot, source]) => [
      slot,
      'field' in source ? source.field : undefined,
    ]),
  );
  return {
    numberId: row.number_id!,
    templateId: row.template_id!,
    fields,
    people,
    listIds: audience.listIds,
    everyone: audience.everyone,
    planned: row.planned,
    startsAt: null,
  };
}

export async function sendOf(call: CampaignCall, row: CampaignRow): Promise<Send & { campaignId: string }> {
  return { ...(await describeSend(call, row)), campaignId: row.id };
}
