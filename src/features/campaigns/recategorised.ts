// Whether WhatsApp moved a template of a campaign to another category since its start: it then costs something else.
import type { CampaignRow } from './campaigns.store.ts';
import type { PauseReason } from './campaigns.types.ts';
import { letterOf } from './split-verdict.ts';
import { type Categorised, variantTemplates } from './variant-categories.ts';

/** Why it must be asked about, or null. */
export function recategorised(
  campaign: Categorised & Pick<CampaignRow, 'started_categories'>,
): PauseReason | null {
  const before = campaign.started_categories ?? [];
  const all = variantTemplates(campaign);
  const moved = all.flatMap(({ name, category }, at) => {
    const accepted = before[at];
    if (!accepted || !category || accepted === category) return [];
    const variant = all.length > 1 ? ` of variant ${letterOf(at + 1)}` : '';
    const text = `WhatsApp moved the template “${name}”${variant} from ${accepted} to ${category}.`;
    return [{ text, params: { template: name ?? '', before: accepted, after: category } }];
  });
  const [first] = moved;
  if (!first) return null;
  return {
    kind: 'template_recategorised',
    text: `${moved.map(({ text }) => text).join(' ')} Its messages cost something else now, and other rules of consent hold. Resume the campaign if you want to send it all the same.`,
    params: { ...first.params, template: moved.map(({ params }) => params.template).join(', ') },
  };
}
