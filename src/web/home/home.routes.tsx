// The overview, the first page after sign-in.
import { IconHome } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, searchOf } from '#web/search.ts';
import { shellRoute } from '#web/shell-route.tsx';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    validateSearch: searchOf({ period: oneOf('today', 'month') }),
    staticData: { nav: { area: 'home', label: 'home.title', icon: IconHome } },
    component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
  }),
] as const;
