// Events of contacts, and of what they are kept in: tags, lists, segments, fields, imports.
import { z } from 'zod';
import { event, nothing } from './event-description.ts';

const consent = z.enum(['not_declared', 'subscribed', 'unsubscribed']);
const named = z.object({ id: z.uuid(), name: z.string() });
const VIP = { id: '0197a1b2-0000-7000-8000-000000000001', name: 'VIP' };

export const contactEvents = {
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
    description: 'An import started, loaded a batch, or ended. Contacts or deals may have changed.',
    payload: z.object({ state: z.string() }),
    example: { state: 'completed' },
    visibleTo: 'contacts:read',
  }),
} as const;
