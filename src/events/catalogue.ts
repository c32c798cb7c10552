// The catalogue of events: every name that may be published, what it means, and who may see it live.
import { z } from 'zod';
import type { Permission } from '#operations/permissions.ts';

export type EventDescription<P extends z.ZodType = z.ZodType> = {
  title: string;
  description: string;
  /** Facts besides the subject's id; an example of it validates in the registry test. */
  payload: P;
  example: z.input<P>;
  /** Who may be told live that it happened; the live stream carries the name and ids, never the payload. */
  visibleTo: Permission;
};

function event<P extends z.ZodType>(description: EventDescription<P>): EventDescription<P> {
  return description;
}

const nothing = z.object({});

export const catalogue = {
  'workspace.changed': event({
    title: 'Workspace changed',
    description: 'Settings, members, invitations or keys of the workspace changed.',
    payload: nothing,
    example: {},
    visibleTo: 'workspace:read',
  }),
  'message.state_changed': event({
    title: 'Message moved on',
    description: 'A message that was sent outside campaigns was accepted, delivered, read or failed.',
    payload: z.object({ conversationId: z.uuid(), state: z.string() }),
    example: { conversationId: '0198c0de-0000-7000-8000-000000000001', state: 'delivered' },
    visibleTo: 'chats:read',
  }),
  'template.status_changed': event({
    title: 'Template status changed',
    description: 'A template was submitted, approved, rejected, paused, disabled or deleted.',
    payload: z.object({
      name: z.string(),
      language: z.string(),
      status: z.string().describe('The status now'),
      previous: z.string().describe('The status before'),
      reason: z.string().nullable().describe('Code of why, where there is a reason'),
    }),
    example: {
      name: 'spring_offer',
      language: 'en',
      status: 'rejected',
      previous: 'pending',
      reason: 'invalid_format',
    },
    visibleTo: 'templates:read',
  }),
  'template.changed': event({
    title: 'Template changed',
    description: 'A template was created, edited, imported or deleted, or its quality or category changed.',
    payload: z.object({ name: z.string() }),
    example: { name: 'spring_offer' },
    visibleTo: 'templates:read',
  }),
} as const;

export type EventName = keyof typeof catalogue;
export type EventPayload<N extends EventName> = z.input<(typeof catalogue)[N]['payload']>;
