// The pages of deals: the board, the list, the report, one deal with its chat; and their settings.
import { IconCoins, IconCurrency } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, oneOf, searchOf, text } from '#web/search.ts';
import { settingsRoute } from '#web/settings/settings-route.tsx';
import { shellRoute } from '#web/shell-route.tsx';
import type { DealSearch } from './deal-query.ts';

const filters = {
  pipeline: text,
  search: text,
  owner: text,
  activity: oneOf('overdue', 'today', 'planned', 'none'),
  contact: text,
  view: text,
  createdFrom: text,
  createdTo: text,
  closeFrom: text,
  closeTo: text,
  new: flag,
  stage: text,
};

export const dealsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals',
    validateSearch: searchOf(filters),
    staticData: {
      nav: { area: 'deals', label: 'dealsNav.title', icon: IconCoins, permission: 'deals:read' },
    },
    // Opening the form asks for nothing.
    loaderDeps: ({ search }: { search: DealSearch }) => {
      const { new: _, stage: __, view: ___, ...asked } = search;
      return asked;
    },
    loader: ({ context, deps }) => {
      void import('./begin-board.ts').then(({ beginBoard }) => beginBoard(context.queryClient, deps));
    },
    component: lazyRouteComponent(() => import('./DealsPage.tsx'), 'DealsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/list',
    validateSearch: searchOf({
      ...filters,
      state: oneOf('open', 'won', 'lost'),
      close: oneOf('none'),
      closedFrom: text,
      closedTo: text,
      lost: text,
      reached: text,
      inStage: text,
      sort: text,
    }),
    component: lazyRouteComponent(() => import('./DealListPage.tsx'), 'DealListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/activities',
    validateSearch: searchOf({
      due: oneOf('overdue', 'today', 'planned', 'done'),
      by: text,
      kind: oneOf('call', 'meeting', 'message', 'email', 'task'),
      pipeline: text,
      new: flag,
      stage: text,
    }),
    component: lazyRouteComponent(() => import('./activities/ActivitiesPage.tsx'), 'ActivitiesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/report',
    validateSearch: searchOf({
      pipeline: text,
      owner: text,
      from: text,
      to: text,
      month: text,
      new: flag,
      stage: text,
    }),
    component: lazyRouteComponent(() => import('./DealReportPage.tsx'), 'DealReportPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/imports',
    component: lazyRouteComponent(() => import('#features/imports/web/ImportsPage.tsx'), 'DealImportsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/import',
    component: lazyRouteComponent(() => import('#features/imports/web/UploadPage.tsx'), 'UploadDealsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/imports/$id',
    component: lazyRouteComponent(() => import('#features/imports/web/DealImportPage.tsx'), 'DealImportPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/$id',
    component: lazyRouteComponent(() => import('./DealPage.tsx'), 'DealPage'),
  }),
] as const;

export const dealSettingsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/deals',
    staticData: {
      nav: {
        area: 'settings',
        label: 'dealsNav.title',
        icon: IconCoins,
        permission: 'deals:configure',
        order: 51,
      },
    },
    component: lazyRouteComponent(() => import('./DealSettingsPage.tsx'), 'DealSettingsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/currencies',
    staticData: {
      nav: {
        area: 'settings',
        label: 'currencies.title',
        icon: IconCurrency,
        permission: 'deals:configure',
        order: 51,
      },
    },
    component: lazyRouteComponent(() => import('./CurrenciesPage.tsx'), 'CurrenciesPage'),
  }),
] as const;
