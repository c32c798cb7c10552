// The settings page of connected WhatsApp numbers.
import { IconDeviceMobileMessage } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, searchOf } from '#web/search.ts';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const numbersRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/numbers',
    validateSearch: searchOf({ connect: flag }),
    staticData: {
      nav: {
        area: 'settings',
        label: 'numbers.title',
        icon: IconDeviceMobileMessage,
        permission: 'numbers:read',
        order: 30,
      },
    },
    component: lazyRouteComponent(() => import('./NumbersPage.tsx'), 'NumbersPage'),
  }),
] as const;
