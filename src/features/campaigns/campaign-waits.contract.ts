// Shapes of waiting: why a running campaign sends nothing now, and why one of its people waits.
import { z } from 'zod';
import { Instant } from '#operations/operation.ts';

export const CAMPAIGN_WAITS = [
  'number_rests',
  'messaging_limit',
  'winner',
  'plan',
  'sending_hours',
  'people_rest',
  'customers_clock',
  'day_full',
  'later',
] as const;

export const CampaignWait = z.object({
  kind: z
    .enum(CAMPAIGN_WAITS)
    .describe(
      'The number rests; Meta’s limit of customers is used up; a test of variants is not decided; the next part of ' +
        'the sending plan is not due; nobody’s sending hours are open; the guardian leaves the others in peace; ' +
        'nobody’s clock shows the time yet; the number did what a day of its recovery allows; all are due later',
    ),
  until: Instant.nullable().describe('When it goes on; null: when somebody decides'),
  limit: z.int().nullable().describe('Of `messaging_limit`: customers per 24 hours'),
});
export type CampaignWait = z.infer<typeof CampaignWait>;

/** For these the guardian holds somebody back for a while. */
export const HOLD_REASONS = ['daily_cap', 'weekly_cap', 'unanswered', 'unanswered_first'] as const;

/** Why somebody waits, where it is more than their turn. */
export const WAIT_REASONS = [...HOLD_REASONS, 'outside_hours', 'winner'] as const;
