// The inbox, and the settings page of consent words.
import { IconMessages, IconUserOff } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, searchOf, severalOf, text, texts } from '#web/search.ts';
import { settingsRoute } from '#web/settings/settings-route.tsx';
import { shellRoute } from '#web/shell-route.tsx';

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/inbox',
    validateSearch: searchOf({
      show: oneOf('unread', 'mine', 'waiting', 'unassigned', 'snoozed', 'closed', 'any'),
      search: text,
      tag: texts,
      list: texts,
      assignee: texts,
      number: texts,
      consent: severalOf('not_declared', 'subscribed', 'unsubscribed'),
      window: severalOf('open', 'closing', 'closed'),
      view: text,
      open: text,
      at: text,
      card: oneOf('open'),
    }),
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
