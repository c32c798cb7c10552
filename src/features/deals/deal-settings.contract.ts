// What may be asked about the settings of deals: what every deal must have, reasons of loss, rates of currencies.
import { z } from 'zod';
import { Done, Id, operation } from '#operations/operation.ts';
import { AmountOf, Day, line, Requirable } from './deal-shapes.contract.ts';
import { Currency, LEAST_RATE, MOST_RATE } from './money.contract.ts';

const ForAll = Requirable.exclude(['lostReason']);
const RequiredOfAll = 'What every deal must have besides contacts, title, pipeline, stage and owner';
const ReasonId = Id.describe('Reason of loss');

export const DealSettings = z.object({
  currency: Currency.describe('What sums are told in'),
  requiredFields: z.array(ForAll).describe(RequiredOfAll),
});
export type DealSettings = z.infer<typeof DealSettings>;

const ReasonName = line('A reason', 100)
  .min(1, 'Give the reason a name')
  .describe('Unique, whatever the case');
export const LostReason = z.object({ id: Id, name: z.string() });
export type LostReason = z.infer<typeof LostReason>;
const LostReasons = z.object({ items: z.array(LostReason).describe('In their order') });

const Rate = z
  .number()
  .min(LEAST_RATE)
  .max(MOST_RATE)
  .describe('What one unit of the currency is worth in the workspace’s: 0.92 where 1 USD is 0.92 EUR');
export const CurrencyRate = z.object({
  currency: z.string(),
  rate: z.number(),
  source: z.enum(['entered', 'imported']),
  asOf: Day,
});
export type CurrencyRate = z.infer<typeof CurrencyRate>;
const Rates = z.object({
  currency: z.string().describe('The workspace’s'),
  items: z.array(CurrencyRate).describe('By currency'),
  missing: z
    .array(AmountOf)
    .describe(
      'Currencies of deals or of goals that have no rate, with the amounts of deals that are in no sum',
    ),
});

export const dealSettingsContract = {
  get: operation('deals:read')
    .route({ method: 'GET', path: '/deal-settings', summary: 'Get the settings of deals' })
    .input(z.object({}))
    .output(DealSettings),
  update: operation('deals:configure')
    .route({
      method: 'PATCH',
      path: '/deal-settings',
      summary: 'Change the settings of deals',
      description:
        'When the currency changes, rates are told in the new one by its own rate, and forgotten when it has none.',
    })
    .input(
      z.object({
        currency: Currency.optional().describe('What sums are told in, ISO 4217'),
        requiredFields: z.array(ForAll).max(10).optional().describe(RequiredOfAll),
      }),
    )
    .output(DealSettings),
  lostReasons: operation('deals:read', { tool: true })
    .route({ method: 'GET', path: '/lost-reasons', summary: 'List the reasons why deals are lost' })
    .input(z.object({}))
    .output(LostReasons),
  createLostReason: operation('deals:configure', { creates: true })
    .route({ method: 'POST', path: '/lost-reasons', successStatus: 201, summary: 'Add a reason of loss' })
    .input(z.object({ name: ReasonName }))
    .output(LostReason),
  updateLostReason: operation('deals:configure')
    .route({ method: 'PATCH', path: '/lost-reasons/{id}', summary: 'Rename a reason of loss' })
    .input(z.object({ id: ReasonId, name: ReasonName }))
    .output(LostReason),
  reorderLostReasons: operation('deals:configure')
    .route({ method: 'PUT', path: '/lost-reasons/order', summary: 'Put the reasons of loss in order' })
    .input(z.object({ ids: z.array(Id).max(100).describe('All of them, first to last') }))
    .output(LostReasons),
  deleteLostReason: operation('deals:configure')
    .route({
      method: 'DELETE',
      path: '/lost-reasons/{id}',
      summary: 'Delete a reason of loss; deals that were lost for it keep it',
    })
    .input(z.object({ id: ReasonId }))
    .output(Done),
  rates: operation('deals:read', { tool: true })
    .route({ method: 'GET', path: '/currency-rates', summary: 'List the rates of currencies' })
    .input(z.object({}))
    .output(Rates),
  setRates: operation('deals:configure', { tool: true })
    .route({
      method: 'PUT',
      path: '/currency-rates',
      summary: 'Enter rates of currencies',
      description: 'Those not named stay; null takes one away. Sums are told anew at once.',
    })
    .input(
      z.object({
        rates: z
          .array(z.object({ currency: Currency, rate: Rate.nullable(), asOf: Day.optional() }))
          .min(1)
          .max(200)
          .describe('Rates to enter or, with null, to take away'),
      }),
    )
    .output(Rates),
  importRates: operation('deals:configure')
    .route({
      method: 'POST',
      path: '/currency-rates/import',
      summary: 'Import rates of currencies from CSV',
      description:
        'A header with currency and rate, and date if wanted; parted by comma or semicolon. All lines or none are taken.',
    })
    .input(
      z.object({
        csv: z
          .string()
          .min(1)
          .max(100_000)
          .refine((text) => !text.includes('\u0000'), 'This holds a character that cannot be kept')
          .describe('The text of the file'),
      }),
    )
    .output(Rates),
};
