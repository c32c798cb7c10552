// How a test of variants stands: figures and rates of each, who leads, how sure that is.
import { conflict } from '#kit/errors.ts';
import type { SplitReport } from './campaigns.contract.ts';
import { readCampaign } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { readVariants } from './campaigns-split.store.ts';
import { rateOf, verdictOf } from './split-verdict.ts';

/** Throws `not_found`, or `no_variants` before the audience is split. */
export async function reportSplit(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  id: string,
): Promise<SplitReport> {
  const { split, split_state: state } = await readCampaign(call, id);
  const variants = split ? await readVariants(call, id) : [];
  if (!split || variants.length === 0)
    throw conflict('no_variants', 'This campaign has not started a test of variants.');
  return {
    phase: state?.phase ?? 'testing',
    measure: split.measure,
    decidesAt: split.measure === 'by_hand' ? null : (state?.decidesAt ?? null),
    winner: state?.winner ?? null,
    decidedBy: state?.decidedBy ?? null,
    decidedAt: state?.decidedAt ?? null,
    variants: variants.map((variant) => ({ ...variant, rate: rateOf(split.measure, variant.figures) })),
    verdict: verdictOf(split.measure, variants),
  };
}
