// The settings that belong to the shell itself: the person's profile.
import { IconUserCircle } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { settingsRoute } from './settings-route.tsx';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/settings/profile', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/profile',
    staticData: { nav: { area: 'settings', label: 'settings.profile.title', icon: IconUserCircle } },
    component: lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage'),
  }),
] as const;
