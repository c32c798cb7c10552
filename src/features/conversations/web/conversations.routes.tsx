// The inbox, and the settings page of consent words.
import { IconMessages, IconUserOff } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '#web/search.ts';
import { settingsRoute } from '#web/settings/settings-route.tsx';
import { shellRoute } from '#web/shell-route.tsx';

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/inbox',
    validateSearch: searchOf({ show: oneOf('unread', 'mine', 'unassigned'), search: text, open: text }),
    staticData: {
      nav: { area: 'inbox', label: 'conversations.title', icon: IconMessages, permission: 'chats:read' },
    },
    component: lazyRouteComponent(() => import('./InboxPage.tsx'), 'InboxPage'),
  }),
] as const;

export const consentWordsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/consent-words',
    staticData: {
      nav: {
        area: 'settings',
        label: 'consentWords.title',
        icon: IconUserOff,
        permission: 'workspace:write',
        order: 50,
      },
    },
    component: lazyRouteComponent(() => import('./ConsentWordsPage.tsx'), 'ConsentWordsPage'),
  }),
] as const;
