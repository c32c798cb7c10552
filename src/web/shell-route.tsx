// The roots of the route tree: pages open to everybody hang on `rootRoute`, pages behind sign-in on `shellRoute`.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from './session.ts';
import { loadPageTexts } from './texts.ts';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

/** Parent of every page of a feature: signed in, inside rail and top bar. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) {
      const returnTo = location.href === '/' ? undefined : location.href;
      throw redirect({ to: '/sign-in', search: { returnTo } });
    }
    if (location.pathname !== '/') await loadPageTexts();
    return { session };
  },
  component: lazyRouteComponent(() => import('./layout/Shell.tsx'), 'Shell'),
});
