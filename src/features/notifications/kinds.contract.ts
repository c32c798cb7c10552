// The kinds of notifications: what each tells, who may hear it, and by which channels unless the person says otherwise.
import { z } from 'zod';
import type { Permission } from '#operations/permissions.ts';

export const CHANNELS = ['app', 'sound', 'push', 'mail'] as const;
export const Channel = z
  .enum(CHANNELS)
  .describe('app: in the product; sound: a chime in an open tab; push: on the device; mail: in the digest');
export type Channel = z.infer<typeof Channel>;

export const KIND_GROUPS = ['chats', 'work', 'numbers'] as const;
export type KindGroup = (typeof KIND_GROUPS)[number];

export type KindDescription = {
  title: string;
  description: string;
  group: KindGroup;
  /** Only people with it are told, and only they see the kind in their settings. */
  permission: Permission;
  channels: readonly Channel[];
  /** Passes quiet hours. */
  urgent: boolean;
};

function kind(description: KindDescription): KindDescription {
  return description;
}

export const NOTIFICATION_KINDS = {
  message_mine: kind({
    title: 'New message in a conversation of mine',
    description: 'A customer wrote in a conversation that is assigned to you.',
    group: 'chats',
    permission: 'chats:read',
    channels: ['app', 'sound', 'push', 'mail'],
    urgent: false,
  }),
  message_unassigned: kind({
    title: 'New message that nobody looks after',
    description: 'A customer wrote in a conversation that is assigned to nobody.',
    group: 'chats',
    permission: 'chats:all',
    channels: ['app', 'sound', 'push'],
    urgent: false,
  }),
  assigned: kind({
    title: 'Conversation assigned to me',
    description: 'Somebody, or a rule, gave you a conversation.',
    group: 'chats',
    permission: 'chats:read',
    channels: ['app', 'sound', 'push', 'mail'],
    urgent: false,
  }),
  mentioned: kind({
    title: 'Mentioned in a note',
    description: 'A colleague named you in a note.',
    group: 'chats',
    permission: 'chats:read',
    channels: ['app', 'sound', 'push', 'mail'],
    urgent: false,
  }),
  scheduled_refused: kind({
    title: 'Scheduled message not sent',
    description: 'The time of a message that you scheduled came, and it could not be sent.',
    group: 'chats',
    permission: 'chats:read',
    channels: ['app', 'sound', 'push', 'mail'],
    urgent: false,
  }),
  window_closing: kind({
    title: 'Customer waiting, window closing',
    description: 'A customer waits for an answer, and in two hours only a template can be sent.',
    group: 'chats',
    permission: 'chats:read',
    channels: ['app', 'push'],
    urgent: false,
  }),
  snooze_over: kind({
    title: 'Snooze over',
    description: 'A snoozed conversation is back in the inbox.',
    group: 'chats',
    permission: 'chats:read',
    channels: ['app', 'sound'],
    urgent: false,
  }),
  ticket_assigned: kind({
    title: 'Ticket assigned to me',
    description: 'Somebody made you the owner of a ticket.',
    group: 'work',
    permission: 'tickets:read',
    channels: ['app', 'sound', 'push'],
    urgent: false,
  }),
  activity_due: kind({
    title: 'Activity of mine due',
    description: 'The moment has come that you asked to be reminded of an activity of a deal.',
    group: 'work',
    permission: 'deals:read',
    channels: ['app', 'sound', 'push', 'mail'],
    urgent: false,
  }),
  campaign_finished: kind({
    title: 'Campaign finished',
    description: 'Everybody of the audience was dealt with.',
    group: 'work',
    permission: 'campaigns:read',
    channels: ['app'],
    urgent: false,
  }),
  campaign_stopped: kind({
    title: 'Campaign paused',
    description: 'A campaign was paused by a colleague or by Rondine, or could not start.',
    group: 'work',
    permission: 'campaigns:read',
    channels: ['app', 'sound', 'push'],
    urgent: false,
  }),
  number_quality: kind({
    title: 'Quality of a number fell',
    description: 'WhatsApp lowered the quality rating of one of your numbers.',
    group: 'numbers',
    permission: 'numbers:write',
    channels: ['app', 'push'],
    urgent: false,
  }),
  number_stopped: kind({
    title: 'Number stopped',
    description: 'A number may not send campaigns, was restricted or banned. Passes quiet hours.',
    group: 'numbers',
    permission: 'numbers:write',
    channels: ['app', 'sound', 'push'],
    urgent: true,
  }),
} as const satisfies Record<string, KindDescription>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const KIND_NAMES = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];
export const Kind = z.enum(KIND_NAMES as [NotificationKind, ...NotificationKind[]]);

export function isUrgent(kind: NotificationKind): boolean {
  return NOTIFICATION_KINDS[kind].urgent;
}
