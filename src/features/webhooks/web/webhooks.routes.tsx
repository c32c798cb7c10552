// The settings page, for developers, of webhooks that arrived from WhatsApp.
import { IconWebhook } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '#web/search.ts';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const webhooksRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/received-webhooks',
    validateSearch: searchOf({ show: oneOf('all'), open: text }),
    staticData: {
      nav: {
        area: 'settings',
        label: 'webhooks.title',
        icon: IconWebhook,
        permission: 'numbers:write',
        order: 85,
      },
    },
    component: lazyRouteComponent(() => import('./WebhooksPage.tsx'), 'WebhooksPage'),
  }),
] as const;
