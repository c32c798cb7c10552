// The settings page of the team.
import { IconUsersGroup } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const teamSettingsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/team-inbox',
    staticData: {
      nav: {
        area: 'settings',
        label: 'team.title',
        icon: IconUsersGroup,
        permission: 'chats:assign',
        order: 49,
      },
    },
    component: lazyRouteComponent(() => import('./TeamSettingsPage.tsx'), 'TeamSettingsPage'),
  }),
] as const;
