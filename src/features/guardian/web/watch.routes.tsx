// The page of the numbers' health, and the settings page of spam phrases.
import { IconHeartbeat, IconMessageReport } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchOf, text } from '#web/search.ts';
import { settingsRoute } from '#web/settings/settings-route.tsx';
import { shellRoute } from '#web/shell-route.tsx';

export const watchRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/number-health',
    validateSearch: searchOf({ number: text }),
    staticData: {
      nav: { area: 'health', label: 'watch.title', icon: IconHeartbeat, permission: 'numbers:read' },
    },
    component: lazyRouteComponent(() => import('./HealthPage.tsx'), 'HealthPage'),
  }),
] as const;

export const spamWordsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/spam-phrases',
    staticData: {
      nav: {
        area: 'settings',
        label: 'wording.page.title',
        icon: IconMessageReport,
        permission: 'workspace:write',
        order: 56,
      },
    },
    component: lazyRouteComponent(() => import('./SpamWordsPage.tsx'), 'SpamWordsPage'),
  }),
] as const;
