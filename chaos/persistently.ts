// Asks again until there is an answer.
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 100;
/** What was asked before the end may still be answered within this time. */
const GRACE_MS = 30_000;

/** The product may be starting, or its database be away. */
export async function persistently<T>(ask: () => Promise<T>, end: number): Promise<T> {
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > end + GRACE_MS) throw error;
      await wait(PAUSE_MS);
    }
}
