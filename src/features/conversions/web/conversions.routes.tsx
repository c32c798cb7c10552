// The settings page of conversions.
import { IconTargetArrow } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const conversionsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/conversions',
    staticData: {
      nav: {
        area: 'settings',
        label: 'conversions.title',
        icon: IconTargetArrow,
        permission: 'deals:configure',
        order: 53,
      },
    },
    component: lazyRouteComponent(() => import('./ConversionsPage.tsx'), 'ConversionsPage'),
  }),
] as const;
