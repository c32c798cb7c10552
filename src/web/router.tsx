// The router of the application, and the types that links and hooks are checked against.
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ApiFailure, isFinal } from './api-failure.ts';
import { NotFoundPage } from './layout/NotFoundPage.tsx';
import { RouteFailure } from './layout/RouteFailure.tsx';
import { routeTree } from './routes.tsx';
import { sessionQuery } from './session.ts';

/** A session that ended elsewhere: ask who is signed in; the shell then leads to sign-in. */
function noticeEnd(error: unknown): void {
  if (!(error instanceof ApiFailure) || error.code !== 'unauthenticated') return;
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.invalidate();
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => !isFinal(error) && count < 2,
      throwOnError: false,
    },
  },
});

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: RouteFailure,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
