// The settings page of rates.
import { IconCoin } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const ratesRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/rates',
    staticData: {
      nav: {
        area: 'settings',
        label: 'rates.title',
        icon: IconCoin,
        permission: 'campaigns:read',
        order: 60,
      },
    },
    component: lazyRouteComponent(() => import('./RatesPage.tsx'), 'RatesPage'),
  }),
] as const;
