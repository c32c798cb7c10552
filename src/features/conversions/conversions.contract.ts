// What may be asked about conversions: what of deals is told to Meta, by which dataset, and what became of it.
import { z } from 'zod';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { CONVERSION_FAULTS, CONVERSION_KINDS, CONVERSION_TROUBLES } from '#whatsapp/conversions.ts';

export const CONVERSION_STATES = [
  'waiting',
  'sending',
  'received',
  'refused',
  'uncertain',
  'expired',
  'left_out',
] as const;

export const LEFT_OUT_REASONS = [
  'blocked',
  'unsubscribed',
  'consent_missing',
  'unmatched',
  'amount_missing',
  'switched_off',
] as const;

/** Why an event was left out, or what Meta said of it. */
const REASONS = [...LEFT_OUT_REASONS, ...CONVERSION_FAULTS, 'dropped'] as const;

export const Conversion = z.object({
  id: Id,
  kind: z
    .enum(CONVERSION_KINDS)
    .describe('In Meta’s list of names LeadSubmitted, ViewContent (view and lost) or Purchase'),
  contact: z.object({ id: Id, name: z.string() }),
  at: Instant.describe('When it happened'),
  amount: z.int().nullable().describe('Of a purchase, in the smallest unit of the currency'),
  currency: z.string().nullable(),
  state: z
    .enum(CONVERSION_STATES)
    .describe(
      'uncertain: the call ended without an answer, and it is not sent again, because Meta would count it twice; expired: it could not be sent within seven days',
    ),
  reason: z.enum(REASONS).nullable().describe('Why it was left out or refused'),
  detail: z.string().nullable().describe('Meta’s own words'),
  settledAt: Instant.nullable().describe('When its state became final'),
});
export type Conversion = z.infer<typeof Conversion>;

const Trouble = z.enum(CONVERSION_TROUBLES).describe('What keeps all events from being taken');

const shown = {
  enabled: z.boolean().describe('Off: nothing of deals is told to Meta'),
  accountId: Id.nullable().describe('The connected WhatsApp Business account to which the dataset belongs'),
  datasetId: z
    .string()
    .trim()
    .regex(/^(\d{3,32})?$/, 'Digits only: copy the id from Meta Events Manager.')
    .describe('May be empty while it is off'),
  testCode: z
    .string()
    .trim()
    .max(60, 'At most 60 characters')
    .regex(/^\w*$/, 'Letters and digits, such as TEST12345')
    .describe('Code of the test page of Meta Events Manager; only the test event has it'),
  subscribedOnly: z
    .boolean()
    .describe('Only people with marketing consent are told; who unsubscribed or is blocked never is'),
};

export const ConversionSettings = z.object({
  ...shown,
  hasToken: z.boolean().describe('A token of its own is kept; without one the account’s is used'),
  trouble: z
    .object({ kind: Trouble, detail: z.string().describe('Meta’s own words'), at: Instant })
    .nullable()
    .describe(
      'Why nothing is sent; saving, a test event that was received, or connecting a number lets it go on, and what call_refused says is tried again every hour',
    ),
  counts: z.object({
    waiting: z.int(),
    received: z.int().describe('In the last 30 days'),
    refused: z.int().describe('In the last 30 days'),
    uncertain: z.int().describe('In the last 30 days'),
    expired: z.int().describe('In the last 30 days'),
    leftOut: z.int().describe('In the last 30 days'),
  }),
});
export type ConversionSettings = z.infer<typeof ConversionSettings>;

const token = z.string().trim().max(1000).nullable().optional().meta({ writeOnly: true });

export const conversionsContract = {
  get: operation('deals:configure', { tool: true })
    .route({ method: 'GET', path: '/conversions', summary: 'Get the settings of conversions' })
    .input(z.object({}))
    .output(ConversionSettings),
  save: operation('deals:configure')
    .route({ method: 'PUT', path: '/conversions', summary: 'Change the settings of conversions' })
    .input(
      z.object({
        ...shown,
        token: token.describe(
          'Access token of the dataset; left out: stays; null: the account’s own is used',
        ),
      }),
    )
    .output(ConversionSettings),
  clear: operation('deals:configure')
    .route({ method: 'DELETE', path: '/conversions', summary: 'Forget the settings of conversions' })
    .input(z.object({}))
    .output(Done),
  findDataset: operation('deals:configure')
    .route({
      method: 'POST',
      path: '/conversions/dataset',
      summary: 'Find the dataset of a WhatsApp Business account, made where there is none',
    })
    .input(
      z.object({ accountId: Id, token: token.describe('Left out: the kept one, else the account’s own') }),
    )
    .output(z.object({ datasetId: z.string() })),
  check: operation('deals:configure')
    .route({
      method: 'POST',
      path: '/conversions/check',
      summary: 'Send one test event, which needs a test code and is not used for advertisements',
    })
    .input(z.object({}))
    .output(
      z.object({
        received: z.boolean(),
        trouble: Trouble.nullable().describe('What is wrong with the settings'),
        detail: z.string().nullable().describe('Meta’s own words'),
      }),
    ),
  ofDeal: operation('deals:read', { tool: true })
    .route({
      method: 'GET',
      path: '/deals/{id}/conversions',
      summary: 'List what was told to Meta of a deal, newest first, at most 100',
    })
    .input(z.object({ id: Id }))
    .output(z.object({ enabled: z.boolean(), items: z.array(Conversion) })),
};
