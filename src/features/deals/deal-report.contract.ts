// What may be asked about how deals go: win rate, cycle time, conversion, forecast, and the goals of owners.
import { z } from 'zod';
import { Done, Id, operation } from '#operations/operation.ts';
import { AmountOf, Day } from './deal-shapes.contract.ts';
import { Amount, Currency } from './money.contract.ts';

const Month = z
  .string()
  .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'Write the month as 2026-11')
  .describe('Month, e.g. 2026-11');
const Worth = z.number().describe('In the workspace’s currency');
const Share = z.number().nullable().describe('From 0 to 1; null when there is nothing to compare');
const Days = z
  .object({ average: z.number(), median: z.number() })
  .nullable()
  .describe('Days from creation to closing; null without deals');
const Ended = z.object({ count: z.int(), worth: Worth, days: Days });
const Member = z.object({ userId: Id, name: z.string() }).nullable();

export const DealReport = z.object({
  from: Day,
  to: Day,
  currency: z.string().describe('The workspace’s'),
  won: Ended.describe('Closed as won in the period'),
  lost: Ended.describe('Closed as lost in the period'),
  winRate: Share.describe('Won deals among those closed in the period'),
  winRateByWorth: Share.describe('The same by what they are worth'),
  months: z
    .array(
      z.object({
        month: z.string(),
        won: z.int(),
        lost: z.int(),
        winRate: Share,
        days: z.number().nullable().describe('Median of days from creation to winning; null without'),
      }),
    )
    .describe('Months of the period in which deals were closed, by month'),
  stages: z
    .array(
      z.object({
        id: Id,
        name: z.string(),
        reached: z.int().describe('Deals created in the period that came into this stage or beyond it'),
        toNext: Share.describe('How many of them went on to the next stage; from the last open one to Won'),
        averageDays: z.number().nullable().describe('How long deals of the period were in it, on average'),
      }),
    )
    .describe('Open stages of the pipeline and Won, in their order'),
  lostReasons: z
    .array(z.object({ id: Id.nullable(), reason: z.string().nullable(), count: z.int(), worth: Worth }))
    .describe('Of deals lost in the period, most frequent first; null: no reason given'),
  owners: z
    .array(z.object({ owner: Member, won: z.int(), lost: z.int(), worth: Worth.describe('What they won') }))
    .describe('Of deals closed in the period, who won most first'),
  forecast: z
    .array(
      z.object({
        month: z.string().nullable().describe('E.g. 2026-11; null: open deals without a close date'),
        count: z.int().describe('Open deals with a close date in the month'),
        worth: Worth.describe('What they are worth'),
        weighted: Worth.describe('The same by the probability of their stages'),
        wonCount: z.int().describe('Deals won in the month'),
        won: Worth.describe('What these are worth'),
      }),
    )
    .describe('Months of all open deals as they stand now, and of those won in the period'),
  unrated: z
    .array(AmountOf)
    .describe('Amounts among all these deals whose currency has no rate: they are worth nothing here'),
});
export type DealReport = z.infer<typeof DealReport>;

export const Goal = z.object({
  owner: z.object({ userId: Id, name: z.string() }),
  goal: z
    .object({
      amount: Amount,
      currency: z.string().describe('In which it was set'),
      worth: z.int().nullable().describe('In the workspace’s currency; null without a rate'),
    })
    .nullable()
    .describe('Null: none was set'),
  won: Worth.describe('What they won in the month'),
  weighted: Worth.describe('Their open deals with a close date in the month, by probability'),
});
export type Goal = z.infer<typeof Goal>;

export const dealReportsContract = {
  report: operation('deals:read', { tool: true })
    .route({
      method: 'GET',
      path: '/deal-reports',
      summary: 'Report on deals: win rate, cycle time, conversion between stages, forecast',
      description: 'Of the current year when no period is named, and of the first pipeline when none is.',
    })
    .input(
      z.object({
        pipelineId: Id.optional().describe('Of this pipeline; the first when left out'),
        ownerId: z
          .union([Id, z.enum(['me', 'none'])])
          .optional()
          .describe('me: the caller; none: nobody’s'),
        from: Day.optional().describe('First day of the period, by the workspace’s time zone'),
        to: Day.optional().describe('Its last day'),
      }),
    )
    .output(DealReport),
  goals: operation('deals:read', { tool: true })
    .route({
      method: 'GET',
      path: '/deal-goals',
      summary: 'Get the goals of a month, and how far their owners are',
      description:
        'Of every member who has a goal, won something in the month or has deals that close in it.',
    })
    .input(z.object({ month: Month.optional().describe('The current month when left out') }))
    .output(z.object({ month: z.string(), currency: z.string(), items: z.array(Goal) })),
  setGoals: operation('deals:configure')
    .route({
      method: 'PUT',
      path: '/deal-goals/{month}',
      summary: 'Set the goals of members for a month or several',
      description: 'Goals of members who are not named stay.',
    })
    .input(
      z.object({
        month: Month,
        through: Month.optional().describe('The same for every month up to this one'),
        goals: z
          .array(
            z.object({
              ownerId: Id,
              amount: Amount.nullable().describe('Null: no goal'),
              currency: Currency.optional().describe('The workspace’s when left out'),
            }),
          )
          .min(1)
          .max(200)
          .describe('What members are to win'),
      }),
    )
    .output(Done),
};
