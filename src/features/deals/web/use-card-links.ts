// Opens the deal of a card within the application: one listener for all of them, because a board has dozens of links.
import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, type PointerEvent, useMemo } from 'react';

/** Where a card leads. */
export const addressOf = (dealId: string) => `/deals/${dealId}`;

export function useCardLinks() {
  const router = useRouter();
  return useMemo(() => {
    let fetched: string | undefined;
    const idAt = (event: MouseEvent) =>
      (event.target as Element).closest('[data-card-link]')?.closest<HTMLElement>('[data-deal]')?.dataset
        .deal;
    return {
      onClick: (event: MouseEvent) => {
        const id = idAt(event);
        // Anything else than a plain click is the browser's: a new tab, a new window.
        const isPlain =
          event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (!id || !isPlain || event.defaultPrevented) return;
        event.preventDefault();
        void router.navigate({ to: '/deals/$id', params: { id } });
      },
      /** The page of a deal is fetched while one points at a card. */
      onPointerOver: (event: PointerEvent) => {
        const id = idAt(event);
        if (!id || id === fetched) return;
        fetched = id;
        void router.preloadRoute({ to: '/deals/$id', params: { id } });
      },
    };
  }, [router]);
}
