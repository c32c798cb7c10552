// The catalogue of events: every name that may be published, what it means, and who may see it live.
import { z } from 'zod';
import { contactEvents } from './contact-events.ts';
import { conversationEvents } from './conversation-events.ts';
import { dealEvents } from './deal-events.ts';
import { event, nothing } from './event-description.ts';
import { sendingEvents } from './sending-events.ts';
import { ticketEvents } from './ticket-events.ts';

export type { EventDescription } from './event-description.ts';

export const catalogue = {
  ...conversationEvents,
  ...contactEvents,
  'workspace.changed': event({
    title: 'Workspace changed',
    description: 'Settings, members, invitations or keys of the workspace changed.',
    payload: nothing,
    example: {},
    visibleTo: 'workspace:read',
  }),
  'campaign.created': event({
    title: 'Campaign created',
    description: 'A draft of a campaign was made.',
    payload: z.object({ name: z.string() }),
    example: { name: 'Spring offer' },
    visibleTo: 'campaigns:read',
  }),
  'campaign.changed': event({
    title: 'Campaign changed',
    description:
      'A campaign was edited, scheduled, started, paused, resumed, completed, cancelled or deleted.',
    payload: z.object({ state: z.string().describe('The state now') }),
    example: { state: 'running' },
    visibleTo: 'campaigns:read',
  }),
  'campaign.progress': event({
    title: 'Campaign went on',
    description: 'The figures of a campaign moved; told at most twice a second.',
    payload: z.record(z.string(), z.int()),
    example: { audience: 1000, waiting: 400, sent: 600, delivered: 580, read: 120, failed: 3 },
    visibleTo: 'campaigns:read',
  }),
  'campaign.completed': event({
    title: 'Campaign completed',
    description: 'Everybody of the audience was dealt with; deliveries and reads still come in.',
    payload: nothing,
    example: {},
    visibleTo: 'campaigns:read',
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
  'member.removed': event({
    title: 'Member removed',
    description: 'A person no longer belongs to the workspace; the subject is the person.',
    payload: nothing,
    example: {},
    visibleTo: 'members:read',
  }),
  ...sendingEvents,
  'number.connected': event({
    title: 'Number connected',
    description: 'A WhatsApp number was connected, or got new keys.',
    payload: nothing,
    example: {},
    visibleTo: 'numbers:read',
  }),
  'number.stage_changed': event({
    title: 'Number stopped, recovering or free',
    description:
      'The guardian stopped campaigns of a number because of its quality, lets small ones go on, or set it free.',
    payload: z.object({
      stage: z.enum(['free', 'stopped', 'recovering', 'restricted', 'banned']),
      cause: z.string().nullable().describe('low, flagged, restricted or banned'),
      until: z.iso.datetime().nullable().describe('End of the stop or of the recovery'),
      text: z.string().describe('The same in words'),
    }),
    example: {
      stage: 'stopped',
      cause: 'low',
      until: '2026-03-08T09:00:00.000Z',
      text: 'People blocked or reported the number too often: campaigns from it rest until 2026-03-08.',
    },
    visibleTo: 'numbers:read',
  }),
  'number.changed': event({
    title: 'Number changed',
    description: 'Quality, limit, name, state or connection of a WhatsApp number changed.',
    payload: z.object({
      quality: z
        .object({ from: z.string(), to: z.string() })
        .optional()
        .describe('When the quality changed: high, medium, low or unknown'),
    }),
    example: { quality: { from: 'high', to: 'medium' } },
    visibleTo: 'numbers:read',
  }),
  ...ticketEvents,
  ...dealEvents,
} as const;

export type EventName = keyof typeof catalogue;
export type EventPayload<N extends EventName> = z.input<(typeof catalogue)[N]['payload']>;
