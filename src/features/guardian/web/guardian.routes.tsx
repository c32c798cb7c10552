// The settings page of the guardian's rules.
import { IconShieldCheck } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const guardianRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/guardian',
    staticData: {
      nav: {
        area: 'settings',
        label: 'guardian.settings.title',
        icon: IconShieldCheck,
        permission: 'workspace:write',
        order: 55,
      },
    },
    component: lazyRouteComponent(() => import('./GuardianRulesPage.tsx'), 'GuardianRulesPage'),
  }),
] as const;
