// The API documentation: open to everybody, loaded only when it is looked at.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchOf, text } from '#web/search.ts';
import { rootRoute } from '#web/shell-route.tsx';
import { loadPageTexts } from '#web/texts.ts';

export const docsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/docs/api',
    beforeLoad: loadPageTexts,
    validateSearch: searchOf({ operation: text, search: text }),
    component: lazyRouteComponent(() => import('./ApiDocsPage.tsx'), 'ApiDocsPage'),
  }),
] as const;
