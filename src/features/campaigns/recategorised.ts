// Whether WhatsApp moved a campaign's template to another category since its start: it then costs something else.
import type { CampaignRow } from './campaigns.store.ts';

/** Why it must be asked about, or null. */
export function recategorised(
  campaign: Pick<CampaignRow, 'started_category' | 'template_category' | 'template_name'>,
): { kind: string; text: string } | null {
  const { started_category: before, template_category: now } = campaign;
  if (!before || !now || before === now) return null;
  return {
    kind: 'template_recategorised',
    text: `WhatsApp moved the template “${campaign.template_name}” from ${before} to ${now}. Its messages cost something else now, and other rules of consent hold. Resume the campaign if you want to send it all the same.`,
  };
}
