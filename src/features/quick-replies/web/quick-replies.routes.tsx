// The settings page of quick replies.
import { IconBolt } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const quickRepliesRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/quick-replies',
    staticData: {
      nav: {
        area: 'settings',
        label: 'conversations.quickReplies',
        icon: IconBolt,
        permission: 'chats:write',
        order: 48,
      },
    },
    component: lazyRouteComponent(() => import('./QuickRepliesPage.tsx'), 'QuickRepliesPage'),
  }),
] as const;
