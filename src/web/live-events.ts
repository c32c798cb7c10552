// Which queries each live event touches: one line per feature, merged from its `web/<feature>.live.ts`.

import { contactsLive } from '#features/contacts/web/contacts.live.ts';
import { conversionsLive } from '#features/conversions/web/conversions.live.ts';
import { dealsLive } from '#features/deals/web/deals.live.ts';
import { ticketsLive } from '#features/tickets/web/tickets.live.ts';

/** Event name → dotted operation paths whose queries ask again, e.g. `'contact.updated': ['contacts']`. */
export type LiveEvents = Record<string, readonly string[]>;

export const liveEvents: LiveEvents = {
  'message.received': ['conversations', 'reports.waiting', 'deals.timeline'],
  'message.changed': [
    'conversations.list',
    'conversations.messages',
    'conversations.timeline',
    'deals.timeline',
  ],
  'message.state_changed': ['conversations.list', 'conversations.messages', 'conversations.timeline'],
  'note.added': ['conversations.timeline'],
  'conversation.woken': ['conversations'],
  'conversation.changed': [
    'conversations.list',
    'conversations.get',
    'conversations.unread',
    'conversations.counts',
    'conversations.timeline',
    'conversations.scheduled',
    'reports.waiting',
  ],
  'number.connected': ['numbers', 'reports'],
  'number.changed': ['numbers', 'reports.limits', 'watch'],
  'number.stage_changed': ['numbers', 'watch', 'campaigns'],
  'number.refused': ['numbers', 'reports.limits', 'watch'],
  'sending.limit_reached': ['sending', 'reports.limits', 'campaigns.get'],
  'campaign.created': ['campaigns'],
  'campaign.changed': ['campaigns', 'reports.firstSteps'],
  'campaign.completed': ['campaigns', 'reports.overview', 'reports.limits'],
  'campaign.progress': ['campaigns.get', 'campaigns.list', 'campaigns.compare'],
  ...contactsLive,
  ...dealsLive,
  ...conversionsLive,
  ...ticketsLive,
  'template.changed': ['templates'],
  'template.status_changed': ['templates'],
  // Every connection begins with it: what changed before is looked at.
  ready: ['notifications', 'team.presence'],
  'notification.changed': ['notifications.list', 'notifications.summary'],
  'presence.changed': ['team.presence'],
  'conversation.company': ['notifications.company'],
  'workspace.changed': [
    'session',
    'workspaces',
    'members',
    'invitations',
    'apiKeys',
    'inboxViews',
    'dealViews',
  ],
};
