// The settings page of notifications.
import { IconBell } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const notificationsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/notifications',
    staticData: { nav: { area: 'settings', label: 'notifications.title', icon: IconBell, order: 1 } },
    component: lazyRouteComponent(() => import('./NotificationsPage.tsx'), 'NotificationsPage'),
  }),
] as const;
