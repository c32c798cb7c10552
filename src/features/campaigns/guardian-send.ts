// Describes a campaign to the guardian: number, template, whom it would go to.
import type { Send } from '#features/guardian/guardian.ts';
import { CampaignAudience, type CampaignVariables } from './campaigns.contract.ts';
import type { CampaignRow } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { judged } from './campaigns-audience.store.ts';
import { type Categorised, isPromotional } from './variant-categories.ts';

export type Described = Pick<
  CampaignRow,
  'number_id' | 'template_id' | 'variables' | 'split' | 'audience' | 'retry_of' | 'planned'
> &
  Categorised;

/** Number and template must be chosen. */
export async function describeSend(call: CampaignCall, row: Described): Promise<Omit<Send, 'campaignId'>> {
  const audience = CampaignAudience.parse(row.audience);
  const people = await judged(call, {
    audience,
    retryOf: row.retry_of,
    marketing: isPromotional(row),
  });
  return {
    numberId: row.number_id!,
    templateId: row.template_id!,
    fields: fieldsOf(row.variables),
    others: (row.split?.others ?? []).map(({ templateId, variables }) => ({
      templateId,
      fields: fieldsOf(variables),
    })),
    people,
    listIds: audience.listIds,
    everyone: audience.everyone,
    planned: row.planned,
    startsAt: null,
  };
}

/** The contact's field that fills each variable, where one does. */
function fieldsOf(variables: CampaignVariables): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(variables).map(([slot, source]) => [slot, 'field' in source ? source.field : undefined]),
  );
}

export async function sendOf(call: CampaignCall, row: CampaignRow): Promise<Send & { campaignId: string }> {
  return { ...(await describeSend(call, row)), campaignId: row.id };
}
