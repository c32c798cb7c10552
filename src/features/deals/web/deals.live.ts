// Which queries ask again when something happens to deals.
import type { LiveEvents } from '#web/live-events.ts';

export const dealsLive: LiveEvents = {
  'deal.created': ['deals', 'pipelines', 'dealReports'],
  'deal.updated': ['deals', 'pipelines', 'dealReports'],
  'deal.contact_added': ['deals'],
  'deal.contact_removed': ['deals'],
  'deal.arranged': ['deals.board'],
  'deal.deleted': ['deals', 'dealActivities', 'pipelines', 'dealReports'],
  'deal.activity_changed': ['deals', 'dealActivities'],
  'deal.settings_changed': ['deals', 'pipelines', 'dealSettings', 'dealReports'],
};
