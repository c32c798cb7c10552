// The settings page of sending.
import { IconClockHour9 } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const sendingRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/sending',
    staticData: {
      nav: {
        area: 'settings',
        label: 'sending.title',
        icon: IconClockHour9,
        permission: 'workspace:read',
        order: 45,
      },
    },
    component: lazyRouteComponent(() => import('./SendingPage.tsx'), 'SendingPage'),
  }),
] as const;
