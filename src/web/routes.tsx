// The route tree: one line per feature.
import { invitationRoutes, peopleRoutes } from '#features/people/web/people.routes.tsx';
import { templatesRoutes } from '#features/templates/web/templates.routes.tsx';
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
    ...templatesRoutes,
    settingsRoute.addChildren([...settingsRoutes, ...peopleRoutes]),
  ]),
]);
