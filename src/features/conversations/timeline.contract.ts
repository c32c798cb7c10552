// What a conversation holds in order of time: messages, the team's notes, and what was done with it.
import { z } from 'zod';
import { Id, Instant, operation } from '#operations/operation.ts';
import { Message } from './conversation-shapes.contract.ts';

const Author = z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() });

export const MessageItem = z.object({ type: z.literal('message'), id: Id, at: Instant, message: Message });

export const NoteItem = z.object({
  type: z.literal('note'),
  id: Id,
  at: Instant,
  author: Author,
  text: z.string(),
  mentions: z.array(Id).describe('People of the workspace who are named in it'),
});
export type NoteItem = z.infer<typeof NoteItem>;

export const ActivityItem = z.object({
  type: z.literal('activity'),
  id: Id,
  at: Instant,
  author: Author,
  kind: z.enum(['assigned', 'closed', 'reopened', 'snoozed', 'woken']),
  content: z
    .looseObject({})
    .describe(
      'assigned: to, note; closed: reason; reopened: by (customer, team); snoozed: until; woken: by (customer, time, team)',
    ),
});
export type ActivityItem = z.infer<typeof ActivityItem>;

export const TimelineItem = z.discriminatedUnion('type', [MessageItem, NoteItem, ActivityItem]);
export type TimelineItem = z.infer<typeof TimelineItem>;

export const Timeline = z.object({
  items: z.array(TimelineItem).describe('Latest first'),
  olderCursor: z.string().nullable().describe('For what lies before the page; null: that is all'),
  newerCursor: z.string().nullable().describe('For what lies after the page; null: nothing yet'),
  hasNewer: z.boolean().describe('Something lies after the page already'),
});

export const timelineContract = {
  timeline: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations/{id}/timeline',
      summary: 'Read a conversation: messages, notes and what was done with it',
      description: 'The latest, or around a time or an item; the cursors lead on in both directions.',
    })
    .input(
      z.object({
        id: Id,
        limit: z.coerce.number().int().min(1).max(200).default(50).describe('Entries, at most 200'),
        older: z.string().max(1000).optional().describe('`olderCursor` of a page: what lies before it'),
        newer: z.string().max(1000).optional().describe('`newerCursor` of a page: what lies after it'),
        aroundAt: Instant.optional().describe('Half a page before and after this time'),
        aroundId: Id.optional().describe('Half a page before and after this message or note, with it'),
      }),
    )
    .output(Timeline),
  addNote: operation('chats:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/conversations/{id}/notes',
      successStatus: 201,
      summary: 'Write a note for the team into a conversation',
      description: 'The customer never sees it. Notes are kept: they cannot be changed or deleted.',
    })
    .input(
      z.object({
        id: Id,
        text: z.string().trim().min(1).max(4096).describe('What the team shall know'),
        mentions: z.array(Id).max(20).default([]).describe('People of the workspace to be told of it'),
      }),
    )
    .output(NoteItem),
};
