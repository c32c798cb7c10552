// Carries out one blow.
import type { Place } from './place.ts';
import type { Blow } from './plan.ts';

const done = { over: Promise.resolve() };

/** Resolves when the next blow may fall; `over` when this one is. */
export async function strike(place: Place, blow: Blow): Promise<{ over: Promise<void> }> {
  switch (blow.kind) {
    case 'kill':
      await place.kill(blow.victim, blow.downMs);
      return done;
    case 'database':
      await place.crashDatabase(blow.downMs);
      return done;
    case 'freeze':
      return { over: place.freezeSimulator(blow.ms) };
    case 'fault':
      await place.control.post('/faults', blow.fault);
      return done;
    case 'webhooks':
      await place.control.post('/settings', { webhooks: blow.settings });
      return done;
  }
}
