// The one source of the present time, so that tests can move it.

let offsetMs = 0;

/** The present time. */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Moves the clock by `ms` relative to real time; 0 brings it back. For tests. */
export function shiftClock(ms: number): void {
  offsetMs = ms;
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
