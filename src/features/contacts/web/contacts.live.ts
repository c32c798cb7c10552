// Which queries ask again when something happens to contacts, tags, lists, fields or imports.
import type { LiveEvents } from '#web/live-events.ts';

export const contactsLive: LiveEvents = {
  'contact.created': ['contacts'],
  'contact.updated': ['contacts'],
  'contact.deleted': ['contacts', 'lists', 'tags'],
  'contact.merged': ['contacts'],
  'contact.blocked': ['contacts', 'lists'],
  'contact.unblocked': ['contacts'],
  'contact.consent_changed': ['contacts'],
  'contact.tagged': ['contacts', 'tags'],
  'contact.untagged': ['contacts', 'tags'],
  'contact.added_to_list': ['contacts', 'lists'],
  'contact.removed_from_list': ['contacts', 'lists'],
  'tag.changed': ['contacts', 'tags'],
  'list.changed': ['contacts', 'lists'],
  'segment.changed': ['segments'],
  'field.changed': ['fields'],
  'field.deleted': ['fields', 'contacts'],
  'import.changed': ['imports', 'dealImports', 'contacts', 'lists', 'tags'],
};
