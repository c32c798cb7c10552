// The pages of templates: the list, a new one, one to edit.
import { IconTemplate } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '#web/search.ts';
import { shellRoute } from '#web/shell-route.tsx';

export const templatesRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/templates',
    validateSearch: searchOf({
      search: text,
      status: text,
      category: text,
      language: text,
      favourite: oneOf('yes'),
      open: text,
    }),
    staticData: {
      nav: { area: 'templates', label: 'templates.title', icon: IconTemplate, permission: 'templates:read' },
    },
    component: lazyRouteComponent(() => import('./TemplatesPage.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/templates/new',
    component: lazyRouteComponent(() => import('./TemplateEditorPage.tsx'), 'NewTemplatePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/templates/$id',
    component: lazyRouteComponent(() => import('./TemplateEditorPage.tsx'), 'EditTemplatePage'),
  }),
] as const;
