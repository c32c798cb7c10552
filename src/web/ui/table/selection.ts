// The rows that a person ticked in a table: one by one, as a range, or all that are loaded.
import { useCallback, useMemo, useRef, useState } from 'react';

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string, range?: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
};

/** Keeps the selection among `keys`, the rows in their order; rows that are gone fall out of it. */
export function useSelection(keys: readonly string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const ids = useMemo(() => new Set(keys.filter((key) => ticked.has(key))), [keys, ticked]);

  const toggle = useCallback(
    (id: string, range = false) => {
      setTicked((before) => {
        const next = new Set(before);
        const on = !before.has(id);
        const from = range && anchor.current !== null ? keys.indexOf(anchor.current) : -1;
        const to = keys.indexOf(id);
        const reached = from < 0 ? [id] : keys.slice(Math.min(from, to), Math.max(from, to) + 1);
        for (const key of reached) {
          if (on) next.add(key);
          else next.delete(key);
        }
        return next;
      });
      anchor.current = id;
    },
    [keys],
  );
  const toggleAll = useCallback(
    () => setTicked((before) => (keys.every((key) => before.has(key)) ? new Set() : new Set(keys))),
    [keys],
  );
  const clear = useCallback(() => setTicked(new Set()), []);
  return { ids, toggle, toggleAll, clear };
}
