// Keeps an entry of the palette selected while results come and go, so that Enter always opens what is lit.
import { useEffect, useRef } from 'react';
import { paletteStore } from './palette-store.ts';

/**
 * Selects the first entry when none of those shown is; `shown` names them in their order. Answers what Enter calls
 * before the palette acts on it: with nothing lit yet, the first entry found for what is `typed` will be opened.
 */
export function useFirstSelected(shown: string, typed: string, searching: boolean): () => void {
  const wanted = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides when to look again
  useEffect(() => {
    if (wanted.current !== typed) wanted.current = null;
    const list = listShown();
    const first = list?.querySelector<HTMLElement>('[data-action]');
    if (!list || !first) {
      if (!searching) wanted.current = null;
      return;
    }
    // The library marks the selected entry in the document, forgets it when that entry goes, and counts from its
    // place when the arrows move it: what was found meanwhile may have come before it.
    if (!list.querySelector('[data-selected]')) first.setAttribute('data-selected', 'true');
    const selected = [...list.querySelectorAll('[data-action]')].findIndex((entry) =>
      entry.hasAttribute('data-selected'),
    );
    paletteStore.updateState((state) => ({ ...state, selected }));
    if (wanted.current === null) return;
    wanted.current = null;
    first.click();
  }, [shown, typed, searching]);
  return () => {
    const list = listShown();
    wanted.current = null;
    const lit = list?.querySelector<HTMLElement>('[data-selected]');
    const target = lit ?? (searching ? null : list?.querySelector<HTMLElement>('[data-action]'));
    if (!target) {
      wanted.current = typed;
      return;
    }
    // Opened here and not by the library, which looks for it by an id of its own; it must not open it twice.
    target.removeAttribute('data-selected');
    target.click();
  };
}

function listShown(): Element | null {
  return document.querySelector('[role="dialog"]:has([data-action])');
}
