// Keeps an entry of the palette selected while results come and go, so that Enter always opens what is lit.
import { useEffect } from 'react';
import { paletteStore } from './palette.ts';

/** Selects the first entry when none of those shown is; `shown` names them in their order. */
export function useFirstSelected(shown: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides when to look again
  useEffect(() => {
    // The library marks the selected entry in the document, and forgets it when that entry goes.
    const { listId } = paletteStore.getState();
    const list = listId ? document.getElementById(listId) : null;
    if (!list || list.querySelector('[data-selected]')) return;
    const first = list.querySelector('[data-action]');
    if (!first) return;
    first.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [shown]);
}
