// What a person may ask about their notifications: the list, the count, marking read, and where they look now.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { Channel, Kind } from './kinds.contract.ts';

export const Notification = z.object({
  id: Id,
  kind: Kind,
  count: z.int().describe('How many happenings it gathers, such as messages of one conversation'),
  at: Instant.describe('Of the latest'),
  readAt: Instant.nullable(),
  channels: z.array(Channel).describe('By which it is told'),
  conversationId: Id.nullable().describe('Where it leads, when it is about a conversation'),
  subjectId: Id.nullable().describe('The campaign, number or note'),
  who: z.string().nullable().describe('The customer, by name'),
  by: z.string().nullable().describe('The colleague who did it, by name'),
  name: z.string().nullable().describe('Name of the campaign or number'),
  text: z.string().nullable().describe('First words of the message or note, or the reason'),
});
export type Notification = z.infer<typeof Notification>;

export const notificationsContract = {
  list: operation('workspace:read')
    .route({
      method: 'GET',
      path: '/notifications',
      summary: 'List one’s own notifications',
      description: 'Latest first; about conversations only while one may see them.',
    })
    .input(
      PageInput.extend({
        show: z.enum(['all', 'unread']).default('all').describe('All, or only unread ones'),
      }),
    )
    .output(pageOf(Notification)),
  summary: operation('workspace:read')
    .route({ method: 'GET', path: '/notifications/summary', summary: 'Count one’s own unread notifications' })
    .input(z.object({}))
    .output(
      z.object({
        unread: z.int().describe('At most 1000'),
        chimeAt: Instant.nullable().describe('Latest unread one that asks for a sound'),
      }),
    ),
  markRead: operation('workspace:read')
    .route({ method: 'POST', path: '/notifications/read', summary: 'Mark notifications as read' })
    .input(
      z.object({
        ids: z.array(Id).min(1).max(200).optional().describe('Left out: all of them'),
      }),
    )
    .output(z.object({ count: z.int().describe('How many were unread') })),
  attend: operation('workspace:read')
    .route({
      method: 'POST',
      path: '/notifications/attention',
      summary: 'Tell what a tab shows',
      description:
        'Repeated every 20 seconds while the tab is in front. Nobody is told of messages that they are looking at; push and mail wait while a person is here.',
    })
    .input(
      z.object({
        tabId: Id,
        turn: z
          .int()
          .min(0)
          .max(2_147_483_647)
          .describe('Grows with every telling of the tab: an older one that comes late is nothing'),
        focused: z.boolean().describe('Visible and in front'),
        conversationId: Id.nullable().describe('The conversation that is open'),
        isTyping: z
          .boolean()
          .default(false)
          .describe('Something is being written in it; told again every 4 seconds'),
      }),
    )
    .output(Done),
  company: operation('chats:read')
    .route({
      method: 'GET',
      path: '/conversations/{id}/company',
      summary: 'Tell which colleagues look at a conversation or write in it at this moment',
    })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        people: z.array(z.object({ userId: Id, name: z.string(), doing: z.enum(['typing', 'looking']) })),
      }),
    ),
};
