// A rest that can be cut short, for loops that look again when something happens.

export type Awakener = {
  /** Ends the present rest, or makes the next one none. */
  wake(): void;
  /** Resolves after `ms`, when woken, or when `signal` aborts. */
  rest(ms: number, signal?: AbortSignal): Promise<void>;
};

export function awakener(): Awakener {
  let rouse: (() => void) | null = null;
  let awake = false;
  return {
    wake() {
      awake = true;
      rouse?.();
    },
    async rest(ms, signal) {
      if (!awake && !signal?.aborted)
        await new Promise<void>((done) => {
          const end = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            rouse = null;
            done();
          };
          const timer = setTimeout(end, ms);
          rouse = end;
          signal?.addEventListener('abort', end, { once: true });
        });
      awake = false;
    },
  };
}
