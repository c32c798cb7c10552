// The route tree: one line per feature.

import { campaignsRoutes } from '#features/campaigns/web/campaigns.routes.tsx';
import { contactsRoutes } from '#features/contacts/web/contacts.routes.tsx';
import { consentWordsRoutes, inboxRoutes } from '#features/conversations/web/conversations.routes.tsx';
import { conversionsRoutes } from '#features/conversions/web/conversions.routes.tsx';
import { dealSettingsRoutes, dealsRoutes } from '#features/deals/web/deals.routes.tsx';
import { guardianRoutes } from '#features/guardian/web/guardian.routes.tsx';
import { spamWordsRoutes, watchRoutes } from '#features/guardian/web/watch.routes.tsx';
import { notificationsRoutes } from '#features/notifications/web/notifications.routes.tsx';
import { numbersRoutes } from '#features/numbers/web/numbers.routes.tsx';
import { invitationRoutes, peopleRoutes } from '#features/people/web/people.routes.tsx';
import { quickRepliesRoutes } from '#features/quick-replies/web/quick-replies.routes.tsx';
import { ratesRoutes } from '#features/rates/web/rates.routes.tsx';
import { sendingRoutes } from '#features/sending/web/sending.routes.tsx';
import { smsRoutes } from '#features/sms/web/sms.routes.tsx';
import { labelRoutes } from '#features/tags/web/label.routes.tsx';
import { teamSettingsRoutes } from '#features/team/web/team.routes.tsx';
import { templatesRoutes } from '#features/templates/web/templates.routes.tsx';
import { ticketSettingsRoutes, ticketsRoutes } from '#features/tickets/web/tickets.routes.tsx';
import { webhooksRoutes } from '#features/webhooks/web/webhooks.routes.tsx';
import { docsRoutes } from './docs/docs.routes.tsx';
import { homeRoutes } from './home/home.routes.tsx';
import { settingsRoutes } from './settings/settings.routes.tsx';
import { settingsRoute } from './settings/settings-route.tsx';
import { rootRoute, shellRoute } from './shell-route.tsx';
import { signInRoutes } from './sign-in/sign-in.routes.tsx';

export const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  ...invitationRoutes,
  ...docsRoutes,
  shellRoute.addChildren([
    ...homeRoutes,
    ...inboxRoutes,
    ...contactsRoutes,
    ...campaignsRoutes,
    ...templatesRoutes,
    ...dealsRoutes,
    ...ticketsRoutes,
    ...watchRoutes,
    settingsRoute.addChildren([
      ...settingsRoutes,
      ...notificationsRoutes,
      ...labelRoutes,
      ...peopleRoutes,
      ...numbersRoutes,
      ...webhooksRoutes,
      ...ratesRoutes,
      ...smsRoutes,
      ...sendingRoutes,
      ...teamSettingsRoutes,
      ...quickRepliesRoutes,
      ...consentWordsRoutes,
      ...dealSettingsRoutes,
      ...conversionsRoutes,
      ...ticketSettingsRoutes,
      ...guardianRoutes,
      ...spamWordsRoutes,
    ]),
  ]),
]);
