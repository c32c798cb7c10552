// Filters live in the address: they survive a reload, and a link to a filtered list shows the same.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Values = Record<string, unknown>;

function isOff(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/**
 * The search parameters of the current page as `S`, and a setter that merges; an empty value leaves the address.
 * `replace` (the default) makes no entry in the history; opening a panel should make one.
 */
export function useFilters<S extends Values>(): [
  S,
  (changes: Partial<{ [K in keyof S]: S[K] | null }>, options?: { replace?: boolean }) => void,
] {
  const search: unknown = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback(
    (changes: Values, { replace = true }: { replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        replace,
        search: ((before: Values) =>
          Object.fromEntries(
            Object.entries({ ...before, ...changes }).filter(([, value]) => !isOff(value)),
          )) as never,
      });
    },
    [navigate],
  );
  return [search as S, set];
}
