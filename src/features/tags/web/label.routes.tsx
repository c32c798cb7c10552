// The settings pages about what contacts carry: tags and custom fields.
import { IconForms, IconTags } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '#web/settings/settings-route.tsx';

export const labelRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/tags',
    staticData: {
      nav: {
        area: 'settings',
        label: 'labels.tags.title',
        icon: IconTags,
        permission: 'contacts:read',
        order: 34,
      },
    },
    component: lazyRouteComponent(() => import('./TagsPage.tsx'), 'TagsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/fields',
    staticData: {
      nav: {
        area: 'settings',
        label: 'labels.fields.title',
        icon: IconForms,
        permission: 'contacts:read',
        order: 33,
      },
    },
    component: lazyRouteComponent(() => import('#features/fields/web/FieldsPage.tsx'), 'FieldsPage'),
  }),
] as const;
