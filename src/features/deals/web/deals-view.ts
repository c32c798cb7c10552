// Where deals were looked at last, with its filters: the way back from the page of one deal leads there.
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { DealSearch } from './deal-query.ts';

type Place = { to: string; search: Record<string, unknown> };

let last: Place = { to: '/deals', search: {} };

/** For the views of deals: remembers this one, without a form that is open in it. */
export function useRememberView(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    const { new: _, stage: __, ...kept } = search as DealSearch;
    last = { to: pathname, search: kept };
  }, [pathname, search]);
}

export const lastView = (): Place => last;
