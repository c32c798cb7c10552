// What the world may ask about how the workspace does: figures of a month, who waits for an answer, limits in use.
import { z } from 'zod';
import { Id, Instant, operation } from '#operations/operation.ts';

const MessageFigures = {
  sent: z.int().describe('Messages that WhatsApp reported sent, delivered and read ones included'),
  delivered: z.int().describe('Messages that arrived, read ones included'),
  read: z.int().describe('Messages that were read; people may hide that they read'),
  failed: z.int().describe('Messages that did not arrive'),
  received: z.int().describe('Messages from customers'),
};

export const DayFigures = z.object({
  day: z.iso.date().describe('Day in the workspace’s time zone'),
  ...MessageFigures,
});
export type DayFigures = z.infer<typeof DayFigures>;

export const PeriodFigures = z.object({
  from: Instant.describe('Midnight with which the period begins; it ends now'),
  ...MessageFigures,
  peopleReached: z.int().describe('People for whom WhatsApp took a message'),
  newContacts: z.int().describe('Contacts that are new'),
  optOuts: z.int().describe('People who unsubscribed and have not come back'),
});
export type PeriodFigures = z.infer<typeof PeriodFigures>;

export const PERIODS = ['today', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export const Overview = z.object({
  timeZone: z.string().describe('Time zone in which days begin and end'),
  periods: z.object({
    today: PeriodFigures.describe('Since midnight'),
    week: PeriodFigures.describe('Today and the six days before'),
    month: PeriodFigures.describe('Today and the 29 days before'),
  }),
  days: z.array(DayFigures).length(30).describe('Each day of the month, oldest first'),
});
export type Overview = z.infer<typeof Overview>;

export const WaitingConversation = z.object({
  id: Id,
  name: z.string().describe('Who waits'),
  preview: z.string().describe('What they wrote last'),
  since: Instant.describe('When they wrote it'),
  windowClosesAt: Instant.nullable().describe('Until then a free answer is allowed'),
});
export type WaitingConversation = z.infer<typeof WaitingConversation>;

export const LimitUse = z.object({
  accountId: Id.describe('Connected WhatsApp Business account; the limit is for all its numbers'),
  limit: z
    .int()
    .nullable()
    .describe('People whom messages may reach first within 24 hours; null: none known'),
  used: z.int().describe('People to whom a template was sent in the last 24 hours'),
});
export type LimitUse = z.infer<typeof LimitUse>;

export const FirstSteps = z.object({
  number: z.boolean().describe('A WhatsApp number is connected'),
  contacts: z.boolean().describe('There are contacts'),
  template: z.boolean().describe('There is a template'),
  campaign: z.boolean().describe('A campaign was started'),
  team: z.boolean().describe('There is a second member, or an invitation'),
});
export type FirstSteps = z.infer<typeof FirstSteps>;

export const reportsContract = {
  overview: operation('reports:read', { tool: true })
    .route({
      method: 'GET',
      path: '/reports/overview',
      summary: 'Figures of today, 7 days and 30 days',
      description:
        'Messages count on the day on which they were written, however late they were delivered or read. ' +
        'Members without `chats:all` get the figures of the conversations assigned to them.',
    })
    .input(z.object({}))
    .output(Overview),
  waiting: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/reports/waiting',
      summary: 'Conversations that wait for an answer',
      description:
        'The customer wrote last. Members without `chats:all` get those of the conversations assigned to them.',
    })
    .input(z.object({}))
    .output(
      z.object({
        count: z.int().describe('How many; at most 1000'),
        next: z
          .array(WaitingConversation)
          .max(5)
          .describe('Whose window for a free answer closes next; then those whose window closed last'),
      }),
    ),
  limits: operation('numbers:read', { tool: true })
    .route({
      method: 'GET',
      path: '/reports/limits',
      summary: 'How much of the messaging limits is used',
      description:
        'Counted from our own messages: WhatsApp does not tell. Answers within the window are free.',
    })
    .input(z.object({}))
    .output(z.object({ accounts: z.array(LimitUse) })),
  firstSteps: operation('workspace:read')
    .route({
      method: 'GET',
      path: '/reports/first-steps',
      summary: 'Which steps from an empty workspace to the first campaign are done',
    })
    .input(z.object({}))
    .output(FirstSteps),
};
