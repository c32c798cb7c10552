// Tells how a campaign's test of variants stands.
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { reportSplit } from '#features/campaigns/report-split.ts';
import type { Handler } from '#operations/handle.ts';

export const getSplit: Handler<typeof campaignsContract.split> = (call, { id }) => reportSplit(call, id);
