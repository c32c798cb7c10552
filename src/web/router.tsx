// The router of the application, and the types that links and hooks are checked against.
import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ApiFailure } from './api-failure.ts';
import { NotFoundPage } from './layout/NotFoundPage.tsx';
import { RouteFailure } from './layout/RouteFailure.tsx';
import { routeTree } from './routes.tsx';

/** Answers that asking again cannot change. */
const isFinal = (error: unknown) => error instanceof ApiFailure && error.status >= 400 && error.status < 500;

export const queryClient = new QueryClient({
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
