// Registers the service worker, which shows pushes and a page for when there is no network; and follows its taps.
import { currentWorkspaceId } from './current-workspace.ts';
import type { router as appRouter } from './router.tsx';

type Tap = { type: 'open'; path: string; workspaceId: string | null };

/** Not while developing: it would stand between the page and the development server. */
export function startServiceWorker(router: typeof appRouter): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // It fails where the browser forbids it, such as on plain http; the app works without.
  void navigator.serviceWorker.register('/sw.js').catch(() => {});
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Tap>) => {
    if (data?.type !== 'open') return;
    if (data.workspaceId === null || data.workspaceId === currentWorkspaceId())
      void router.navigate({ href: data.path });
    else window.location.assign(linkInto(data.workspaceId, data.path));
  });
}

function linkInto(workspaceId: string, path: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}workspace=${workspaceId}`;
}
