// Where deals were looked at last, with its filters: the way back from the page of one deal leads there.
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { DealSearch } from './deal-query.ts';

type Place = { to: string; search: Record<string, unknown> };

let last: Place = { to: '/deals', search: {} };

/** For the view of deals at `path`: remembers its filters, without a form that is open in it. */
export function useRememberView(path: string): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    // It is still drawn when the address is already that of the next page.
    if (pathname !== path) return;
    const { new: _, stage: __, ...kept } = search as DealSearch;
    last = { to: pathname, search: kept };
  }, [path, pathname, search]);
}

export const lastView = (): Place => last;
