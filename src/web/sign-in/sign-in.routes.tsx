// Pages before sign-in.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchOf, text } from '#web/search.ts';
import { rootRoute } from '#web/shell-route.tsx';

export const signInRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    /** `returnTo` is the address to go to after sign-in. */
    validateSearch: searchOf({ returnTo: text }),
    component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/forgot-password',
    component: lazyRouteComponent(() => import('./ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reset-password',
    validateSearch: searchOf({ token: text, error: text }),
    component: lazyRouteComponent(() => import('./ResetPasswordPage.tsx'), 'ResetPasswordPage'),
  }),
] as const;
