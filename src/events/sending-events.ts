// Events of what stands in the way of sending: the owners are told of each.
import { z } from 'zod';
import { event, nothing } from './event-description.ts';

const kind = z.string().describe('Kind of the failure, as the reference of failures lists them');
const text = z.string().describe('The same in words');

export const sendingEvents = {
  'sending.settings_changed': event({
    title: 'Sending settings changed',
    description: 'The sending hours or the threshold of errors were changed.',
    payload: nothing,
    example: {},
    visibleTo: 'workspace:read',
  }),
  'sending.limit_reached': event({
    title: 'Messaging limit reached',
    description:
      'All customers whom messages may reach first within 24 hours were reached: others wait. Told once a day.',
    payload: z.object({
      limit: z.int().describe('Customers within 24 hours, over all numbers of the business'),
      until: z.iso.datetime().describe('When the next place is free'),
    }),
    example: { limit: 2_000, until: '2026-03-08T09:00:00.000Z' },
    visibleTo: 'numbers:read',
  }),
  'campaign.stopped': event({
    title: 'Campaign stopped by itself',
    description: 'A running campaign was paused because its next messages would fail as well.',
    payload: z.object({
      kind,
      text,
      params: z.record(z.string(), z.union([z.string(), z.number()])).describe('What the words are made of'),
    }),
    example: {
      kind: 'template_paused',
      text: 'WhatsApp paused the template because of its quality.',
      params: {},
    },
    visibleTo: 'campaigns:read',
  }),
  'number.refused': event({
    title: 'Number refused',
    description:
      'WhatsApp takes no messages of a number for now, or accepts its token no more. Campaigns tell it by themselves.',
    payload: z.object({ kind, text }),
    example: {
      kind: 'token_invalid',
      text: 'WhatsApp no longer accepts the access token. Connect the number again.',
    },
    visibleTo: 'numbers:read',
  }),
} as const;
