// How a page asks for a place in the navigation, and how the rail, tabs and palette are made from that.
import type { Icon } from '@tabler/icons-react';
import type { AnyRouter } from '@tanstack/react-router';
import type { Permission } from '#operations/permissions.ts';
import type { TextKey } from './messages.ts';
import { allows, type SessionWorkspace } from './session.ts';

/** The areas in the order of the rail. */
export const areas = [
  'home',
  'inbox',
  'contacts',
  'campaigns',
  'templates',
  'automations',
  'deals',
  'tickets',
  'health',
  'reports',
  'settings',
] as const;
export type Area = (typeof areas)[number];

/** A page's place: the first page of an area is the area itself, the others stand below it. */
export type NavigationEntry = {
  area: Area;
  label: TextKey;
  icon: Icon;
  /** Needed to see the entry, e.g. `contacts:read`. */
  permission?: Permission;
  /** Position within the area; the lowest is the area's own page. */
  order?: number;
};

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    nav?: NavigationEntry;
  }
}

export type NavigationPage = NavigationEntry & { path: string };
export type NavigationArea = { area: Area; main: NavigationPage; pages: NavigationPage[] };

/** The areas that `workspace` may see, each with its pages in order. */
export function navigationOf(router: AnyRouter, workspace: SessionWorkspace | null): NavigationArea[] {
  const pages: NavigationPage[] = [];
  for (const route of Object.values(router.routesByPath) as { fullPath: string; options: unknown }[]) {
    const { staticData } = route.options as { staticData?: { nav?: NavigationEntry } };
    if (staticData?.nav && allows(workspace, staticData.nav.permission)) {
      pages.push({ ...staticData.nav, path: route.fullPath.replace(/(.)\/$/, '$1') });
    }
  }
  return areas.flatMap((area) => {
    const own = pages.filter((page) => page.area === area).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    const [main] = own;
    return main ? [{ area, main, pages: own }] : [];
  });
}

/** Whether `pathname` is the page at `path` or below it. */
export function isWithin(pathname: string, path: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}
