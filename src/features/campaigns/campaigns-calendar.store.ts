// The SQL of the calendar of campaigns.
import { sql } from 'kysely';
import type { CampaignState } from './campaigns.contract.ts';
import { type CampaignRow, campaignRows } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';

/** By when they start or started; drafts without a time are in no calendar. */
export async function campaignsBetween(
  call: CampaignCall,
  range: { from: Date; to: Date; state: CampaignState | undefined; limit: number },
): Promise<CampaignRow[]> {
  const at = sql<Date>`coalesce(c.started_at, c.scheduled_at)`;
  let query = campaignRows(call)
    .where(at, '>=', range.from)
    .where(at, '<', range.to)
    .orderBy(at)
    .orderBy('c.id')
    .limit(range.limit);
  if (range.state) query = query.where('c.state', '=', range.state);
  return query.execute();
}
