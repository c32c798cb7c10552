// Settings pages about people: the workspace, its members, API keys, the audit log; and the page of an invitation.
import { IconBuilding, IconHistory, IconKey, IconUsersGroup } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchOf, text } from '#web/search.ts';
import { settingsRoute } from '#web/settings/settings-route.tsx';
import { rootRoute } from '#web/shell-route.tsx';
import { loadPageTexts } from '#web/texts.ts';

export const invitationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invitation',
    beforeLoad: loadPageTexts,
    validateSearch: searchOf({ token: text }),
    component: lazyRouteComponent(() => import('./InvitationPage.tsx'), 'InvitationPage'),
  }),
] as const;

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/workspace',
    staticData: {
      nav: {
        area: 'settings',
        label: 'people.workspace.title',
        icon: IconBuilding,
        permission: 'workspace:read',
        order: 10,
      },
    },
    component: lazyRouteComponent(() => import('./WorkspacePage.tsx'), 'WorkspacePage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/members',
    staticData: {
      nav: {
        area: 'settings',
        label: 'people.members.title',
        icon: IconUsersGroup,
        permission: 'members:read',
        order: 20,
      },
    },
    component: lazyRouteComponent(() => import('./MembersPage.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/api-keys',
    staticData: {
      nav: {
        area: 'settings',
        label: 'apiKeys.title',
        icon: IconKey,
        permission: 'api_keys:write',
        order: 80,
      },
    },
    component: lazyRouteComponent(() => import('./ApiKeysPage.tsx'), 'ApiKeysPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/audit-log',
    validateSearch: searchOf({ entry: text }),
    staticData: {
      nav: {
        area: 'settings',
        label: 'people.audit.title',
        icon: IconHistory,
        permission: 'audit:read',
        order: 90,
      },
    },
    component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
  }),
] as const;
