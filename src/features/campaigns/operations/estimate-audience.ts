// Counts whom a campaign would reach now, and what that would cost at most.
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { audienceByCountry, estimateAudience } from '#features/campaigns/campaigns-audience.store.ts';
import { estimateVariants, type VariantShare } from '#features/rates/rates.ts';
import type { Handler } from '#operations/handle.ts';

export const estimate: Handler<typeof campaignsContract.estimate> = async (call, input) => {
  const variants = await variantsOf(call, input);
  const wish = {
    audience: input.audience,
    retryOf: input.retryOf ?? null,
    // Without a template the careful answer; of several, one promotional one is enough.
    marketing: variants ? variants.some(({ category }) => category === 'marketing') : true,
  };
  const counted = await estimateAudience(call, wish);
  if (!variants || counted.audience === 0) return { ...counted, cost: null };
  const day = (input.at ?? call.now.toISOString()).slice(0, 10);
  const cost = await estimateVariants(call, { variants, day, people: () => audienceByCountry(call, wish) });
  return { ...counted, cost };
};

type Wanted = Parameters<typeof estimate>[1];

/** Null without a template, or where one is gone. */
async function variantsOf(
  call: Parameters<typeof estimate>[0],
  { templateId, split }: Wanted,
): Promise<VariantShare[] | null> {
  if (!templateId) return null;
  const all = split ? [{ templateId, share: split.share }, ...split.others] : [{ templateId, share: 100 }];
  const rows = await call.tx
    .selectFrom('templates')
    .select(['id', 'category'])
    .where('workspace_id', '=', call.workspaceId)
    .where(
      'id',
      'in',
      all.map((variant) => variant.templateId),
    )
    .execute();
  const categories = new Map(rows.map(({ id, category }) => [id, category]));
  const known = all.flatMap((variant) => {
    const category = categories.get(variant.templateId);
    return category ? [{ category, share: variant.share }] : [];
  });
  return known.length === all.length ? known : null;
}
