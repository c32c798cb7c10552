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
const consent = z.enum(['not_declared', 'subscribed', 'unsubscribed']);
const named = z.object({ id: z.uuid(), name: z.string() });
const VIP = { id: '0197a1b2-0000-7000-8000-000000000001', name: 'VIP' };

export const catalogue = {
  'workspace.changed': event({
    title: 'Workspace changed',
    description: 'Settings, members, invitations or keys of the workspace changed.',
    payload: nothing,
    example: {},
    visibleTo: 'workspace:read',
  }),
  'message.received': event({
    title: 'Message received',
    description: 'A customer wrote, tapped a button or sent a file.',
    payload: z.object({
      conversationId: z.uuid(),
      contactId: z.uuid(),
      numberId: z.uuid(),
      kind: z.string().describe('text, image, template_button, …'),
      replyToId: z.uuid().nullable().describe('Our message that it answers, when it says so'),
    }),
    example: {
      conversationId: '0198c0de-0000-7000-8000-000000000001',
      contactId: '0198c0de-0000-7000-8000-000000000002',
      numberId: '0198c0de-0000-7000-8000-000000000003',
      kind: 'text',
      replyToId: null,
    },
    visibleTo: 'chats:read',
  }),
  'message.changed': event({
    title: 'Message changed',
    description: 'The file of a message arrived, or the customer edited or withdrew it.',
    payload: z.object({ conversationId: z.uuid() }),
    example: { conversationId: '0198c0de-0000-7000-8000-000000000001' },
    visibleTo: 'chats:read',
  }),
  'conversation.changed': event({
    title: 'Conversation changed',
    description: 'A conversation was read, assigned or opened.',
    payload: nothing,
    example: {},
    visibleTo: 'chats:read',
  }),
  'conversation.assigned': event({
    title: 'Conversation assigned',
    description: 'People were made, or are no longer, those who look after a conversation.',
    payload: z.object({
      added: z.array(z.uuid()).describe('People who look after it from now on'),
      removed: z.array(z.uuid()).describe('People who no longer do'),
    }),
    example: { added: ['0198c0de-0000-7000-8000-000000000004'], removed: [] },
    visibleTo: 'chats:read',
  }),
  'conversation.woken': event({
    title: 'Conversation woken',
    description: 'A snoozed conversation is back in the inbox.',
    payload: z.object({ by: z.enum(['time', 'customer', 'team']).describe('What brought it back') }),
    example: { by: 'time' },
    visibleTo: 'chats:read',
  }),
  'note.added': event({
    title: 'Note added',
    description: 'Somebody of the team wrote a note into a conversation; the subject is the conversation.',
    payload: z.object({
      conversationId: z.uuid(),
      noteId: z.uuid(),
      mentions: z.array(z.uuid()).describe('People named in it'),
    }),
    example: {
      conversationId: '0198c0de-0000-7000-8000-000000000001',
      noteId: '0198c0de-0000-7000-8000-000000000005',
      mentions: ['0198c0de-0000-7000-8000-000000000004'],
    },
    visibleTo: 'chats:read',
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
  'contact.created': event({
    title: 'Contact created',
    description: 'By hand, by the API or by a first message. Imports tell one import.changed for all.',
    payload: z.object({ source: z.string() }),
    example: { source: 'whatsapp' },
    visibleTo: 'contacts:read',
  }),
  'contact.updated': event({
    title: 'Contact updated',
    description: 'Something of a contact changed.',
    payload: z.object({ changed: z.array(z.string()) }),
    example: { changed: ['firstName', 'fields.BIRTHDAY'] },
    visibleTo: 'contacts:read',
  }),
  'contact.deleted': event({
    title: 'Contact deleted',
    description: 'A contact and its conversations were deleted for good.',
    payload: nothing,
    example: {},
    visibleTo: 'contacts:read',
  }),
  'contact.merged': event({
    title: 'Contacts merged',
    description: 'Two contacts were one person; the subject stays, the other is gone.',
    payload: z.object({ goneId: z.uuid() }),
    example: { goneId: '0197a1b2-0000-7000-8000-000000000002' },
    visibleTo: 'contacts:read',
  }),
  'contact.blocked': event({
    title: 'Contact blocked',
    description: 'Nothing is sent to this contact any more.',
    payload: nothing,
    example: {},
    visibleTo: 'contacts:read',
  }),
  'contact.unblocked': event({
    title: 'Contact unblocked',
    description: 'Messages may be sent to this contact again.',
    payload: nothing,
    example: {},
    visibleTo: 'contacts:read',
  }),
  'contact.consent_changed': event({
    title: 'Marketing consent changed',
    description: 'A contact subscribed or unsubscribed, or the consent was withdrawn.',
    payload: z.object({ from: consent, to: consent, source: z.string() }),
    example: { from: 'not_declared', to: 'subscribed', source: 'web form' },
    visibleTo: 'contacts:read',
  }),
  'contact.tagged': event({
    title: 'Contact tagged',
    description: 'A tag was added to a contact.',
    payload: z.object({ tag: named }),
    example: { tag: VIP },
    visibleTo: 'contacts:read',
  }),
  'contact.untagged': event({
    title: 'Contact untagged',
    description: 'A tag was taken from a contact.',
    payload: z.object({ tag: named }),
    example: { tag: VIP },
    visibleTo: 'contacts:read',
  }),
  'contact.added_to_list': event({
    title: 'Contact added to a list',
    description: 'A contact became a member of a list.',
    payload: z.object({ list: named }),
    example: { list: { ...VIP, name: 'Newsletter' } },
    visibleTo: 'contacts:read',
  }),
  'contact.removed_from_list': event({
    title: 'Contact removed from a list',
    description: 'A contact is no longer a member of a list.',
    payload: z.object({ list: named }),
    example: { list: { ...VIP, name: 'Newsletter' } },
    visibleTo: 'contacts:read',
  }),
  'tag.changed': event({
    title: 'Tag changed',
    description: 'A tag was created, renamed, merged or deleted.',
    payload: nothing,
    example: {},
    visibleTo: 'contacts:read',
  }),
  'list.changed': event({
    title: 'List changed',
    description: 'A list was created, renamed, emptied or deleted.',
    payload: nothing,
    example: {},
    visibleTo: 'contacts:read',
  }),
  'segment.changed': event({
    title: 'Segment changed',
    description: 'A segment was created, changed or deleted.',
    payload: nothing,
    example: {},
    visibleTo: 'contacts:read',
  }),
  'field.changed': event({
    title: 'Custom field changed',
    description: 'A custom field was defined or changed.',
    payload: nothing,
    example: {},
    visibleTo: 'contacts:read',
  }),
  'field.deleted': event({
    title: 'Custom field deleted',
    description: 'A custom field and its values are gone.',
    payload: z.object({ code: z.string() }),
    example: { code: 'SHOE_SIZE' },
    visibleTo: 'contacts:read',
  }),
  'import.changed': event({
    title: 'Import went on',
    description: 'An import started, loaded a batch, or ended. Contacts may have changed.',
    payload: z.object({ state: z.string() }),
    example: { state: 'completed' },
    visibleTo: 'contacts:read',
  }),
  'member.removed': event({
    title: 'Member removed',
    description: 'A person no longer belongs to the workspace; the subject is the person.',
    payload: nothing,
    example: {},
    visibleTo: 'members:read',
  }),
  'sending.settings_changed': event({
    title: 'Sending settings changed',
    description: 'The sending hours or the threshold of errors were changed.',
    payload: nothing,
    example: {},
    visibleTo: 'workspace:read',
  }),
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
    payload: nothing,
    example: {},
    visibleTo: 'numbers:read',
  }),
} as const;

export type EventName = keyof typeof catalogue;
export type EventPayload<N extends EventName> = z.input<(typeof catalogue)[N]['payload']>;
