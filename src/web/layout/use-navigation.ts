// The navigation as the current person sees it, and where they are in it.
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isWithin, type NavigationArea, navigationOf } from '#web/navigation.ts';
import { useWorkspace } from '#web/session.ts';

/** Areas with their pages, the current path, and the area that it lies in. */
export function useNavigation(): {
  all: NavigationArea[];
  pathname: string;
  current: NavigationArea | undefined;
} {
  const router = useRouter();
  const workspace = useWorkspace();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const all = useMemo(() => navigationOf(router, workspace), [router, workspace]);
  const current = all
    .flatMap((area) =>
      area.pages.filter((page) => isWithin(pathname, page.path)).map((page) => ({ area, page })),
    )
    .sort((a, b) => b.page.path.length - a.page.path.length)[0]?.area;
  return { all, pathname, current };
}
