// Everything the world may ask, one line per feature. Runs in browser and server.

import { campaignsContract } from './campaigns/campaigns.contract.ts';
import { contactsContract } from './contacts/contacts.contract.ts';
import { conversationsContract } from './conversations/conversations.contract.ts';
import { inboxViewsContract } from './conversations/views/inbox-views.contract.ts';
import { conversionsContract } from './conversions/conversions.contract.ts';
import { dealActivitiesContract } from './deals/deal-activities.contract.ts';
import { dealReportsContract } from './deals/deal-report.contract.ts';
import { dealSettingsContract } from './deals/deal-settings.contract.ts';
import { dealsContract } from './deals/deals.contract.ts';
import { pipelinesContract } from './deals/pipelines.contract.ts';
import { dealViewsContract } from './deals/views/deal-views.contract.ts';
import { fieldsContract } from './fields/fields.contract.ts';
import { guardianContract } from './guardian/guardian.contract.ts';
import { watchContract } from './guardian/watch.contract.ts';
import { dealImportsContract } from './imports/deal-imports.contract.ts';
import { importsContract } from './imports/imports.contract.ts';
import { linksContract } from './links/links.contract.ts';
import { listsContract } from './lists/lists.contract.ts';
import { notificationSettingsContract } from './notifications/notification-settings.contract.ts';
import { notificationsContract } from './notifications/notifications.contract.ts';
import { numbersContract } from './numbers/numbers.contract.ts';
import { peopleContracts } from './people/people.contract.ts';
import { quickRepliesContract } from './quick-replies/quick-replies.contract.ts';
import { ratesContract } from './rates/rates.contract.ts';
import { reportsContract } from './reports/reports.contract.ts';
import { segmentsContract } from './segments/segments.contract.ts';
import { sendingContract } from './sending/sending.contract.ts';
import { smsContract } from './sms/sms.contract.ts';
import { tagsContract } from './tags/tags.contract.ts';
import { teamContract } from './team/team.contract.ts';
import { templatesContract } from './templates/templates.contract.ts';
import { ticketCategoriesContract, ticketStatusesContract } from './tickets/ticket-settings.contract.ts';
import { ticketsContract } from './tickets/tickets.contract.ts';
import { webhooksContract } from './webhooks/webhooks.contract.ts';

export const contract = {
  ...peopleContracts,
  contacts: contactsContract,
  tags: tagsContract,
  lists: listsContract,
  segments: segmentsContract,
  fields: fieldsContract,
  imports: importsContract,
  numbers: numbersContract,
  conversations: conversationsContract,
  inboxViews: inboxViewsContract,
  quickReplies: quickRepliesContract,
  notifications: notificationsContract,
  notificationSettings: notificationSettingsContract,
  team: teamContract,
  webhooks: webhooksContract,
  templates: templatesContract,
  watch: watchContract,
  campaigns: campaignsContract,
  guardian: guardianContract,
  links: linksContract,
  sending: sendingContract,
  rates: ratesContract,
  sms: smsContract,
  tickets: ticketsContract,
  ticketStatuses: ticketStatusesContract,
  ticketCategories: ticketCategoriesContract,
  pipelines: pipelinesContract,
  deals: dealsContract,
  dealActivities: dealActivitiesContract,
  dealImports: dealImportsContract,
  dealViews: dealViewsContract,
  dealReports: dealReportsContract,
  dealSettings: dealSettingsContract,
  conversions: conversionsContract,
  reports: reportsContract,
};
