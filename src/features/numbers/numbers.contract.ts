// What may be asked about connected WhatsApp numbers: connecting them, their health, disconnecting.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';

export const QUALITIES = ['high', 'medium', 'low', 'unknown'] as const;
export type Quality = (typeof QUALITIES)[number];

export const ACCOUNT_STATES = ['connected', 'token_invalid', 'restricted', 'banned', 'disconnected'] as const;

export const BULK_STOPS = ['number_resting', 'number_restricted', 'number_banned'] as const;

export const BulkStop = z.object({
  kind: z.enum(BULK_STOPS).describe('Stable name'),
  text: z.string().describe('The same in English'),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe('What the text is made of; of a resting number: `cause`, `relapses` and `until`'),
});
export type BulkStop = z.infer<typeof BulkStop>;

export const HISTORY_STATES = ['asked', 'running', 'finished', 'declined', 'late', 'refused'] as const;

export const ConnectedNumber = z.object({
  id: Id,
  accountId: Id.describe('Connected WhatsApp Business account of the number'),
  accountName: z.string().describe('Name of the WhatsApp Business account'),
  accountState: z
    .enum(ACCOUNT_STATES)
    .describe('Whether the account can be used; everything but connected stops sending'),
  accountStateReason: z.string().nullable().describe('Why the account is in that state, in Meta’s words'),
  simulated: z.boolean().describe('Belongs to the simulator: no real message leaves'),
  wabaId: z.string().describe('Id of the WhatsApp Business account at Meta'),
  phoneNumberId: z.string().describe('Id of the number at Meta'),
  appId: z.string().nullable().describe('Id of the Meta app, where known'),
  phone: z.string().describe('The number as people dial it, E.164'),
  displayName: z.string().describe('Name that customers see'),
  nameStatus: z.string().nullable().describe('Meta’s review of the display name, in Meta’s word'),
  quality: z.enum(QUALITIES).describe('Meta’s rating from blocks and reports of the last 7 days'),
  messagingLimit: z
    .int()
    .nullable()
    .describe('People whom messages may reach first within 24 hours, for all numbers; null: no limit known'),
  throughputPerSecond: z.int().describe('Messages per second, sent and received together'),
  status: z.string().describe('Meta’s word for the state of the number: connected, pending, banned, …'),
  pausedReason: BulkStop.nullable().describe(
    'Why the guardian stopped bulk sending, which it alone lets go on; null when it is not stopped',
  ),
  checkedAt: Instant.nullable().describe('When these figures were last read'),
  connectedAt: Instant,
  history: z
    .object({
      state: z
        .enum(HISTORY_STATES)
        .describe(
          'declined: the owner chose in the phone app to share no history; late: it was not asked for within 24 hours of the connection',
        ),
      progress: z.int().describe('Per cent of it that is here'),
      messages: z.int().describe('Messages that were taken in'),
      refusal: z.string().nullable().describe('Why WhatsApp refused to hand it over, in its words'),
      changedAt: Instant,
    })
    .nullable()
    .describe(
      'Messages of the time before, which the phone app hands over; null where it shares the number not',
    ),
});
export type ConnectedNumber = z.infer<typeof ConnectedNumber>;

const metaId = z
  .string()
  .trim()
  .regex(/^\d{3,32}$/, 'Digits only: copy the id from WhatsApp Manager.');

export const ConnectInput = z.object({
  token: z
    .string()
    .trim()
    .min(1, 'Paste the access token.')
    .max(1000)
    .meta({ writeOnly: true })
    .describe('Access token of a system user'),
  wabaId: metaId.describe('WhatsApp Business account id'),
  phoneNumberId: metaId.describe('Phone number id (not the number itself)'),
  appSecret: z
    .string()
    .trim()
    .regex(/^[0-9a-fA-F]{32}$/, 'The app secret has 32 characters, digits and a–f.')
    .meta({ writeOnly: true })
    .describe('Secret of the Meta app: incoming webhooks are checked with it'),
  appId: metaId.optional().describe('Id of the Meta app; found by the token where possible'),
});
export type ConnectInput = z.infer<typeof ConnectInput>;

export const ConnectProblem = z.object({
  code: z.string().describe('Stable name of the problem'),
  field: z.enum(['token', 'wabaId', 'phoneNumberId', 'appSecret', 'appId']).describe('Where to look'),
  message: z.string().describe('What is wrong and what to do'),
  blocking: z.boolean().describe('Whether the number cannot be connected before this is mended'),
});

export const ConnectCheck = z.object({
  ok: z.boolean().describe('No blocking problem'),
  problems: z.array(ConnectProblem),
  accountName: z.string().nullable(),
  number: z
    .object({
      phone: z.string(),
      displayName: z.string(),
      quality: z.enum(QUALITIES),
      messagingLimit: z.int().nullable(),
      throughputPerSecond: z.int(),
      status: z.string(),
    })
    .nullable()
    .describe('What Meta says of the number, when it can be reached'),
  tokenExpiresAt: Instant.nullable().describe('When the token ends; null: never, or not told'),
});

export const numbersContract = {
  list: operation('numbers:read', { tool: true })
    .route({ method: 'GET', path: '/numbers', summary: 'List connected WhatsApp numbers and their health' })
    .input(PageInput)
    .output(pageOf(ConnectedNumber)),
  webhookAddress: operation('numbers:write')
    .route({
      method: 'GET',
      path: '/numbers/webhook-address',
      summary: 'Say where Meta must send webhooks',
      description: 'For setting the callback by hand in Meta’s app dashboard.',
    })
    .input(z.object({}))
    .output(
      z.object({
        url: z.string().describe('Callback URL'),
        verifyToken: z.string().describe('Verify token'),
        simulatorRuns: z.boolean().describe('Whether a simulated number can be connected'),
      }),
    ),
  check: operation('numbers:write')
    .route({
      method: 'POST',
      path: '/numbers/check',
      summary: 'Check the keys of a number without storing them',
      description: 'Names each problem: wrong or expired token, missing permission, wrong ids, wrong secret.',
    })
    .input(ConnectInput)
    .output(ConnectCheck),
  connect: operation('numbers:write', { creates: true })
    .route({
      method: 'POST',
      path: '/numbers',
      successStatus: 201,
      summary: 'Connect a WhatsApp number',
      description: 'Checks and stores the keys (encrypted) and has its webhooks sent here.',
    })
    .input(ConnectInput)
    .output(ConnectedNumber),
  connectSimulator: operation('numbers:write', { creates: true })
    .route({
      method: 'POST',
      path: '/numbers/connect-simulator',
      successStatus: 201,
      summary: 'Connect a number of the local simulator',
      description: 'For trying everything out: no real message leaves.',
    })
    .input(z.object({}))
    .output(ConnectedNumber),
  refresh: operation('numbers:write')
    .route({
      method: 'POST',
      path: '/numbers/{id}/refresh',
      summary: 'Read the health of a number again',
    })
    .input(z.object({ id: Id }))
    .output(ConnectedNumber),
  disconnect: operation('numbers:write')
    .route({
      method: 'POST',
      path: '/numbers/{id}/disconnect',
      summary: 'Disconnect a number',
      description: 'Its keys are deleted; its conversations stay.',
    })
    .input(z.object({ id: Id }))
    .output(Done),
};
