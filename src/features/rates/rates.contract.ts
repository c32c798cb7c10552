// What the world may ask about rates: what WhatsApp charges for a message, as the business entered it.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, operation } from '#operations/operation.ts';

export const RATE_CATEGORIES = [
  'marketing',
  'utility',
  'authentication',
  'authentication_international',
  'service',
] as const;
export const RateCategory = z.enum(RATE_CATEGORIES);
export type RateCategory = z.infer<typeof RateCategory>;

const Micros = z.int().describe('Millionths of the currency’s unit: 0.035 is 35000');
const Currency = z.string().describe('Three letters, e.g. EUR');
const Country = z.string().describe('Two letters, or * for all countries without a rate of their own');
const Day = z.iso.date();

export const Rate = z.object({
  country: Country,
  category: RateCategory,
  validFrom: Day.describe('First day on which it holds'),
  currency: Currency,
  tierFrom: z.int().describe('From so many charged messages of the month on'),
  micros: Micros.describe('Price of one delivered message, in millionths of the currency’s unit'),
});
export type Rate = z.infer<typeof Rate>;

export const RateProblem = z.object({
  line: z.int().describe('From 1, the header included'),
  message: z.string(),
});
export type RateProblem = z.infer<typeof RateProblem>;

export const Amount = z.object({ currency: Currency, micros: Micros });
export type Amount = z.infer<typeof Amount>;

/** What an audience would cost; shown before a campaign is sent. */
export const CostEstimate = z
  .object({
    amounts: z.array(Amount).describe('One per currency: what it costs if every message is delivered'),
    unpriced: z.int().describe('People in countries without a rate'),
    countries: z
      .array(z.object({ country: z.string().nullable(), people: z.int(), amount: Amount.nullable() }))
      .describe('The countries with most people, at most 10'),
  })
  .describe('The most that it can cost');
export type CostEstimate = z.infer<typeof CostEstimate>;

/** What was charged, as far as WhatsApp said so. */
export const CostSoFar = z.object({
  amounts: z.array(Amount),
  charged: z.int().describe('Delivered messages that WhatsApp charges for'),
  free: z.int().describe('Delivered messages that cost nothing'),
  unpriced: z.int().describe('Charged messages without a rate'),
});
export type CostSoFar = z.infer<typeof CostSoFar>;

const count = z.int().min(0).max(1_000_000_000);

export const ratesContract = {
  list: operation('campaigns:read', { tool: true })
    .route({ method: 'GET', path: '/rates', summary: 'List the rates, by country and category' })
    .input(PageInput)
    .output(pageOf(Rate)),
  import: operation('workspace:write')
    .route({
      method: 'POST',
      path: '/rates/import',
      summary: 'Import rates from CSV',
      description:
        'Columns: market (BR, +55 or *), category, valid_from, currency, price, tier_from (may be empty). Rates of the same market, category and day are replaced, others stay. With any problem nothing is saved.',
    })
    .input(
      z.object({
        csv: z
          .string()
          .min(1, 'The file is empty')
          .max(2_000_000, 'At most 2 MB')
          .describe('The text of the file'),
      }),
    )
    .output(
      z.object({
        saved: z.int().describe('Rates that were saved'),
        problems: z.array(RateProblem).describe('At most 100'),
      }),
    ),
  clear: operation('workspace:write')
    .route({ method: 'POST', path: '/rates/clear', summary: 'Delete all rates' })
    .input(z.object({}))
    .output(Done),
  calculate: operation('campaigns:read', { tool: true })
    .route({
      method: 'POST',
      path: '/rates/calculate',
      summary: 'Calculate what a month’s messages to a country cost',
      description: 'Applies tiers, and the free service messages of each number.',
    })
    .input(
      z.object({
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, 'Use two letters such as IT')
          .describe('Country of the customers, two letters'),
        day: Day.optional().describe('A day of that month; today when left out'),
        numbers: z.int().min(1).max(1_000).default(1).describe('Numbers that send, for the free allowance'),
        volumes: z.partialRecord(RateCategory, count).describe('Delivered messages outside free windows'),
      }),
    )
    .output(
      z.object({
        lines: z.array(
          z.object({
            category: RateCategory,
            charged: z.int().describe('Messages that cost something'),
            amount: Amount.nullable().describe('Null: there is no rate'),
          }),
        ),
      }),
    ),
};
