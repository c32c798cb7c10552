// The pages of tickets: the list, one ticket with its chat, the report; and their settings.
import { IconChartBar, IconTicket } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, oneOf, searchOf, text } from '#web/search.ts';
import { settingsRoute } from '#web/settings/settings-route.tsx';
import { shellRoute } from '#web/shell-route.tsx';

export const ticketsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tickets',
    validateSearch: searchOf({
      search: text,
      state: oneOf('in_progress', 'closed'),
      status: text,
      priority: oneOf('lowest', 'low', 'medium', 'high', 'highest', 'urgent'),
      owner: text,
      category: text,
      contact: text,
      from: text,
      to: text,
      sort: text,
      new: flag,
    }),
    staticData: {
      nav: { area: 'tickets', label: 'tickets.title', icon: IconTicket, permission: 'tickets:read' },
    },
    component: lazyRouteComponent(() => import('./TicketsPage.tsx'), 'TicketsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tickets/report',
    validateSearch: searchOf({ from: text, to: text, category: text }),
    staticData: {
      nav: {
        area: 'tickets',
        label: 'ticketReport.title',
        icon: IconChartBar,
        permission: 'tickets:read',
        order: 1,
      },
    },
    component: lazyRouteComponent(() => import('./TicketReportPage.tsx'), 'TicketReportPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tickets/$id',
    component: lazyRouteComponent(() => import('./TicketPage.tsx'), 'TicketPage'),
  }),
] as const;

export const ticketSettingsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/tickets',
    staticData: {
      nav: {
        area: 'settings',
        label: 'ticketSettings.title',
        icon: IconTicket,
        permission: 'tickets:configure',
        order: 52,
      },
    },
    component: lazyRouteComponent(() => import('./TicketSettingsPage.tsx'), 'TicketSettingsPage'),
  }),
] as const;
