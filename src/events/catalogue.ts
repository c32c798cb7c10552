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
} as const;

export type EventName = keyof typeof catalogue;
export type EventPayload<N extends EventName> = z.input<(typeof catalogue)[N]['payload']>;
