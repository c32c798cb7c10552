// The list of features, one line each.

import { campaignsFeature } from '#features/campaigns/campaigns.feature.ts';
import { campaignMoves, countLinkTaps } from '#features/campaigns/campaigns.ts';
import { contactsFeature } from '#features/contacts/contacts.feature.ts';
import { conversationsFeature } from '#features/conversations/conversations.feature.ts';
import { inboxViewsFeature } from '#features/conversations/views/inbox-views.feature.ts';
import { conversionsFeature } from '#features/conversions/conversions.feature.ts';
import { dealsFeatures } from '#features/deals/deals.feature.ts';
import { dealViewsFeature } from '#features/deals/views/deal-views.feature.ts';
import { fieldsOperations } from '#features/fields/fields.operations.ts';
import { filesFeature } from '#features/files/files.feature.ts';
import { guardianOperations } from '#features/guardian/guardian.operations.ts';
import { watchFeature } from '#features/guardian/watch.feature.ts';
import { importsFeatures } from '#features/imports/imports.feature.ts';
import { linksFeature } from '#features/links/links.feature.ts';
import { listsOperations } from '#features/lists/lists.operations.ts';
import { mediaFeature } from '#features/media/media.feature.ts';
import { noticesFeature } from '#features/notices/notices.feature.ts';
import { notificationsFeatures } from '#features/notifications/notifications.feature.ts';
import { numbersFeature } from '#features/numbers/numbers.feature.ts';
import { peopleFeatures } from '#features/people/people.operations.ts';
import { portabilityFeature } from '#features/portability/portability.feature.ts';
import { quickRepliesFeature } from '#features/quick-replies/quick-replies.feature.ts';
import { ratesOperations } from '#features/rates/rates.operations.ts';
import { reportsFeature } from '#features/reports/reports.feature.ts';
import { segmentsOperations } from '#features/segments/segments.operations.ts';
import { sendingFeature } from '#features/sending/sending.feature.ts';
import { smsFeature } from '#features/sms/sms.feature.ts';
import { tagsOperations } from '#features/tags/tags.operations.ts';
import { teamFeature } from '#features/team/team.feature.ts';
import { templatesFeature } from '#features/templates/templates.feature.ts';
import { ticketsFeatures } from '#features/tickets/tickets.feature.ts';
import { webhooksFeature } from '#features/webhooks/webhooks.feature.ts';
import type { Feature } from '#operations/feature.ts';
import './contact-erasers.ts';
import './contact-mergers.ts';
import './file-keepers.ts';
import { providerEventHandlers } from './provider-events.ts';
import { smsWatcher } from './sms-watcher.ts';

export const features: readonly Feature[] = [
  ...peopleFeatures,
  contactsFeature,
  { name: 'tags', operations: tagsOperations },
  { name: 'lists', operations: listsOperations },
  { name: 'segments', operations: segmentsOperations },
  { name: 'fields', operations: fieldsOperations },
  ...importsFeatures,
  filesFeature,
  numbersFeature,
  mediaFeature,
  conversationsFeature,
  inboxViewsFeature,
  quickRepliesFeature,
  ...notificationsFeatures,
  teamFeature,
  webhooksFeature(providerEventHandlers),
  templatesFeature,
  sendingFeature(campaignMoves),
  { name: 'guardian', operations: guardianOperations },
  watchFeature,
  campaignsFeature,
  noticesFeature,
  linksFeature(countLinkTaps),
  { name: 'rates', operations: ratesOperations },
  smsFeature(smsWatcher),
  ...ticketsFeatures,
  ...dealsFeatures,
  dealViewsFeature,
  conversionsFeature,
  reportsFeature,
  portabilityFeature,
];
