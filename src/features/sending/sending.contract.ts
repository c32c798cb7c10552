// What may be asked about sending: its settings, and what keeps messages waiting.
import { z } from 'zod';
import { Id, Instant, operation } from '#operations/operation.ts';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write the time as 09:30, at most 24:00');

export const DayHours = z
  .object({
    from: Clock.describe('First minute, e.g. 09:00'),
    to: Clock.describe('End, e.g. 20:00 or 24:00'),
  })
  .refine(({ from, to }) => from < to, 'The end must be later than the beginning');
export type DayHours = z.infer<typeof DayHours>;

export const SendingHours = z
  .object({
    days: z
      .array(DayHours.nullable())
      .length(7)
      .describe('From Monday to Sunday, in the customer’s time zone; null: nothing is sent on that day'),
  })
  .refine(({ days }) => days.some((day) => day !== null), 'Leave at least one day open');
export type SendingHours = z.infer<typeof SendingHours>;

export const ErrorLimit = z.object({
  share: z
    .number()
    .min(0.02)
    .max(1)
    .nullable()
    .describe('Part of the last messages whose failure pauses a campaign, e.g. 0.3; null: never'),
  least: z.int().min(5).max(10_000).describe('And at least so many failures'),
});
export type ErrorLimit = z.infer<typeof ErrorLimit>;

/** A campaign's own choice; null takes the workspace's hours. */
export const CampaignHours = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('any_time') }),
    z.object({ kind: z.literal('own'), days: SendingHours.shape.days }),
  ])
  .nullable();
export type CampaignHours = NonNullable<z.infer<typeof CampaignHours>>;

export const SendingSettings = z.object({
  hours: SendingHours.nullable().describe('When campaigns may reach customers; null: at any time'),
  hoursForApi: z
    .boolean()
    .describe('Marketing by the API and automations waits for these hours too; answers never wait'),
  errorLimit: ErrorLimit.describe('When a campaign stops by itself'),
});
export type SendingSettings = z.infer<typeof SendingSettings>;

export const PortfolioLimit = z.object({
  portfolioId: z.string().nullable().describe('Meta’s id of the business; null: not known'),
  accountNames: z.array(z.string()).describe('WhatsApp accounts that share the limit'),
  limit: z.int().nullable().describe('Customers per 24 hours; null: no limit'),
  used: z.int().describe('Customers written to outside their window in the last 24 hours'),
  fullUntil: Instant.nullable().describe('When the next place is free; null: there is room'),
});
export type PortfolioLimit = z.infer<typeof PortfolioLimit>;

export const LaneStanding = z.object({
  numberId: Id,
  phone: z.string(),
  throughputPerSecond: z.int(),
  queued: z.int().describe('Messages in the queue, at most 1,000 counted'),
  restsUntil: Instant.nullable().describe('Bulk rests until then'),
  restReason: z.string().nullable(),
});

export const sendingContract = {
  getSettings: operation('workspace:read', { tool: true })
    .route({ method: 'GET', path: '/sending/settings', summary: 'Read when and how campaigns are sent' })
    .input(z.object({}))
    .output(SendingSettings),
  setSettings: operation('workspace:write', { tool: true })
    .route({
      method: 'PUT',
      path: '/sending/settings',
      summary: 'Set when and how campaigns are sent',
      description: 'Sending hours count in each customer’s own time zone. What is left out stays.',
    })
    .input(SendingSettings.partial())
    .output(SendingSettings),
  standing: operation('numbers:read', { tool: true })
    .route({
      method: 'GET',
      path: '/sending/standing',
      summary: 'Say how much of Meta’s limits is used, and what rests',
    })
    .input(z.object({}))
    .output(z.object({ portfolios: z.array(PortfolioLimit), numbers: z.array(LaneStanding) })),
};
