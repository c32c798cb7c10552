// When the palette is fetched: as soon as it is opened, else once the page in front of one is done.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { paletteStore } from '#web/palette/palette-store.ts';

/** A page that never rests has it by then. */
const latestMs = 3_000;

export function usePaletteWanted(): boolean {
  const opened = useSyncExternalStore(paletteStore.subscribe, () => paletteStore.getState().opened);
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const rest = () => setRested(true);
    // Safari has no word for being at rest.
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = window.setTimeout(rest, latestMs);
      return () => window.clearTimeout(timer);
    }
    const asked = window.requestIdleCallback(rest, { timeout: latestMs });
    return () => window.cancelIdleCallback(asked);
  }, []);
  return opened || rested;
}
