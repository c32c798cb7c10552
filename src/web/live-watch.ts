// Notices that the live stream fell silent: a connection that died while the machine slept says nothing of it.

/** The server says something every 20 seconds; two beats and a half. */
const silenceMs = 50_000;
/** Who comes back to the page need not wait for it. */
const doubtMs = 25_000;
const lookMs = 5_000;

type Watch = {
  /** Called at everything that comes, and when a new connection is begun. */
  heard: () => void;
  stop: () => void;
};

/** Calls `onSilent` when nothing came for too long, and when the network is back; `heard` begins anew. */
export function watchSilence(
  onSilent: () => void,
  page: Pick<Window, 'addEventListener' | 'setInterval' | 'clearInterval'> = window,
): Watch {
  let heardAt = Date.now();
  const lookAfter = (ms: number) => () => {
    if (Date.now() - heardAt > ms) onSilent();
  };
  const timer = page.setInterval(lookAfter(silenceMs), lookMs);
  const stopped = new AbortController();
  const { signal } = stopped;
  for (const back of ['focus', 'pageshow', 'visibilitychange'])
    page.addEventListener(back, lookAfter(doubtMs), { signal });
  page.addEventListener('online', onSilent, { signal });
  return {
    heard: () => {
      heardAt = Date.now();
    },
    stop: () => {
      page.clearInterval(timer);
      stopped.abort();
    },
  };
}
