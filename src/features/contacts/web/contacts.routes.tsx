// The pages of contacts: the list with its panel, the lists, the segments, the imports.
import { IconFileImport, IconFilter, IconListDetails, IconUsers } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, searchOf, text, texts } from '#web/search.ts';
import { shellRoute } from '#web/shell-route.tsx';

export const contactsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts',
    validateSearch: searchOf({
      search: text,
      tag: text,
      list: text,
      consent: oneOf('not_declared', 'subscribed', 'unsubscribed'),
      blocked: oneOf('yes', 'no'),
      where: texts,
      sort: oneOf('name'),
      open: text,
    }),
    staticData: {
      nav: { area: 'contacts', label: 'contacts.title', icon: IconUsers, permission: 'contacts:read' },
    },
    component: lazyRouteComponent(() => import('./ContactsPage.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts/lists',
    validateSearch: searchOf({ search: text }),
    staticData: {
      nav: {
        area: 'contacts',
        label: 'lists.title',
        icon: IconListDetails,
        permission: 'contacts:read',
        order: 1,
      },
    },
    component: lazyRouteComponent(() => import('#features/lists/web/ListsPage.tsx'), 'ListsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts/segments',
    validateSearch: searchOf({ search: text }),
    staticData: {
      nav: {
        area: 'contacts',
        label: 'segments.title',
        icon: IconFilter,
        permission: 'contacts:read',
        order: 2,
      },
    },
    component: lazyRouteComponent(() => import('#features/segments/web/SegmentsPage.tsx'), 'SegmentsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts/segments/new',
    component: lazyRouteComponent(() => import('#features/segments/web/SegmentPage.tsx'), 'NewSegmentPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts/segments/$id',
    component: lazyRouteComponent(() => import('#features/segments/web/SegmentPage.tsx'), 'SegmentPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts/imports',
    staticData: {
      nav: {
        area: 'contacts',
        label: 'imports.title',
        icon: IconFileImport,
        permission: 'contacts:import',
        order: 3,
      },
    },
    component: lazyRouteComponent(() => import('#features/imports/web/ImportsPage.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts/import',
    component: lazyRouteComponent(() => import('#features/imports/web/UploadPage.tsx'), 'UploadPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts/imports/$id',
    component: lazyRouteComponent(() => import('#features/imports/web/ImportPage.tsx'), 'ImportPage'),
  }),
] as const;
