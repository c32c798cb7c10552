// The settings page of SMS.
import { IconMessage2 } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const smsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/sms',
    staticData: {
      nav: {
        area: 'settings',
        label: 'sms.title',
        icon: IconMessage2,
        permission: 'workspace:write',
        order: 62,
      },
    },
    component: lazyRouteComponent(() => import('./SmsPage.tsx'), 'SmsPage'),
  }),
] as const;
