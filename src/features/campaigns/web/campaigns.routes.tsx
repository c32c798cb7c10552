// The pages of campaigns: the list, a new one, one of them, some of them side by side.
import { IconSpeakerphone } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '#web/search.ts';
import { shellRoute } from '#web/shell-route.tsx';

export const campaignsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/campaigns',
    validateSearch: searchOf({
      search: text,
      state: text,
      view: oneOf('calendar'),
      span: oneOf('week'),
      day: text,
    }),
    staticData: {
      nav: {
        area: 'campaigns',
        label: 'campaigns.title',
        icon: IconSpeakerphone,
        permission: 'campaigns:read',
      },
    },
    component: lazyRouteComponent(() => import('./CampaignsPage.tsx'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/campaigns/new',
    validateSearch: searchOf({ at: text }),
    component: lazyRouteComponent(() => import('./CampaignPage.tsx'), 'NewCampaignPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/campaigns/compare',
    validateSearch: searchOf({ ids: text }),
    component: lazyRouteComponent(() => import('./ComparePage.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/campaigns/$id',
    validateSearch: searchOf({ show: text, open: text }),
    component: lazyRouteComponent(() => import('./CampaignPage.tsx'), 'CampaignPage'),
  }),
] as const;
