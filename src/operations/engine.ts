// A loop that runs as long as the worker does: sending, reading webhooks, dispatching.
import type { Signals } from '#events/signals.ts';
import type { Services } from './services.ts';

export type Engine = {
  name: string;
  /**
   * Database connections that it has to itself. Operations and jobs may keep theirs while they wait for the outside:
   * what must not stand still then asks for its own. Default: it shares theirs.
   */
  connections?: number;
  /** Returns when `signal` aborts, with everything it held given back. Must not throw: it outlives bad moments. */
  run(services: Services, context: { signals: Signals; signal: AbortSignal }): Promise<void>;
};
