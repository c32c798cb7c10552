// What the world may ask about SMS: the provider by which those are reached whom WhatsApp cannot reach.
import { z } from 'zod';
import { Done, operation } from '#operations/operation.ts';

export const SMS_STATES = [
  'queued',
  'sending',
  'uncertain',
  'accepted',
  'sent',
  'delivered',
  'failed',
  'withheld',
] as const;
export const SmsState = z
  .enum(SMS_STATES)
  .describe('withheld: not sent because the contact is blocked or unsubscribed meanwhile');
export type SmsState = z.infer<typeof SmsState>;

export const DEFAULT_SMS_BODY = {
  to: '%%TO%%',
  text: '%%TEXT%%',
  from: '%%FROM%%',
  reference: '%%REFERENCE%%',
  callback_url: '%%CALLBACK%%',
};

const shown = {
  enabled: z.boolean().describe('SMS are sent'),
  url: z.string().describe('Where SMS are posted to'),
  sender: z.string().describe('Name (up to 11 letters) or number that they come from; may be empty'),
  format: z.enum(['json', 'form']).describe('How the request is written'),
  body: z
    .record(z.string().min(1).max(60), z.string().max(300))
    .describe('Fields of the request; %%TO%%, %%TEXT%%, %%FROM%%, %%REFERENCE%%, %%CALLBACK%% are filled in'),
  idPath: z.string().describe('Where the answer holds the provider’s id, e.g. id or messages.0.id'),
  remembersReference: z
    .boolean()
    .describe('The provider sends a reference only once, so that a call without an answer may be repeated'),
};

export const SmsSettings = z.object({
  ...shown,
  hasToken: z.boolean(),
  hasSigningSecret: z.boolean(),
  callbackUrl: z.string().describe('Where the provider posts receipts and answers to'),
  trouble: z.string().nullable().describe('Why SMS wait at present'),
});
export type SmsSettings = z.infer<typeof SmsSettings>;

const secret = z.string().trim().max(500).nullable().optional().meta({ writeOnly: true });

export const smsContract = {
  get: operation('workspace:read')
    .route({ method: 'GET', path: '/sms', summary: 'Get the settings of SMS' })
    .input(z.object({}))
    .output(SmsSettings),
  save: operation('workspace:write')
    .route({ method: 'PUT', path: '/sms', summary: 'Change the settings of SMS' })
    .input(
      z.object({
        ...shown,
        url: z
          .url({ protocol: /^https?$/, message: 'Give a web address such as https://api.example.com/sms' })
          .max(500)
          .describe('Where SMS are posted to'),
        sender: z
          .string()
          .trim()
          .regex(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})?$/, 'A number, or up to 11 letters and digits')
          .describe('Name or number that they come from; may be empty'),
        idPath: z
          .string()
          .trim()
          .max(100)
          .describe('Where the answer holds the provider’s id, e.g. id or messages.0.id'),
        token: secret.describe('Sent as Authorization: Bearer; left out: stays; null: none'),
        signingSecret: secret.describe(
          'HMAC-SHA-256 of receipts in X-Sms-Signature; left out: stays; null: receipts are not signed',
        ),
      }),
    )
    .output(SmsSettings),
  test: operation('workspace:write')
    .route({
      method: 'POST',
      path: '/sms/test',
      summary: 'Send one SMS at once to see that the settings work',
    })
    .input(
      z.object({
        to: z.string().trim().min(5).max(40).describe('Phone number'),
        text: z.string().trim().min(1).max(300).describe('What it says'),
      }),
    )
    .output(z.object({ accepted: z.boolean(), text: z.string().describe('What the provider said') })),
  clear: operation('workspace:write')
    .route({ method: 'DELETE', path: '/sms', summary: 'Forget the SMS provider' })
    .input(z.object({}))
    .output(Done),
};
