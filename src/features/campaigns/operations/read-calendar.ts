// Lists the campaigns of some days, by when they start or started.
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { campaignsBetween } from '#features/campaigns/campaigns-calendar.store.ts';
import { showSummary } from '#features/campaigns/show-campaign.ts';
import type { Handler } from '#operations/handle.ts';

const MOST = 500;

export const readCalendar: Handler<typeof campaignsContract.calendar> = async (call, { from, to, state }) => {
  const rows = await campaignsBetween(call, {
    from: new Date(from),
    to: new Date(to),
    state,
    limit: MOST + 1,
  });
  return {
    items: rows.slice(0, MOST).map((row) => ({ ...showSummary(row), localTime: row.local_time })),
    more: rows.length > MOST,
  };
};
