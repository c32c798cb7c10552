// A loop that runs as long as the worker does: sending, reading webhooks, dispatching.
import type { Signals } from '#events/signals.ts';
import type { Services } from './services.ts';

export type Engine = {
  name: string;
  /** Returns when `signal` aborts, with everything it held given back. Must not throw: it outlives bad moments. */
  run(services: Services, context: { signals: Signals; signal: AbortSignal }): Promise<void>;
};
