// Carries out one blow.
import { setTimeout as wait } from 'node:timers/promises';
import { persistently } from './persistently.ts';
import type { Place } from './place.ts';
import type { Blow } from './plan.ts';

const done = { over: Promise.resolve() };

/** Resolves when the next blow may fall; `over` when this one is. */
export async function strike(place: Place, campaignId: string, blow: Blow): Promise<{ over: Promise<void> }> {
  switch (blow.kind) {
    case 'kill':
      await place.kill(blow.victim, blow.downMs);
      return done;
    case 'database':
      await place.crashDatabase(blow.downMs);
      return done;
    case 'freeze':
      return { over: place.freezeSimulator(blow.ms) };
    case 'stall':
      return { over: place.stall(blow.victim, blow.ms) };
    case 'pause':
      return { over: pauseAndResume(place, campaignId, blow.ms) };
    case 'fault':
      await place.control.post('/faults', blow.fault);
      return done;
    case 'webhooks':
      await place.control.post('/settings', { webhooks: blow.settings });
      return done;
  }
}

/** A campaign that ended meanwhile is left alone. */
async function pauseAndResume({ server }: Place, id: string, ms: number): Promise<void> {
  await change(() => server.api.campaigns.pause({ id }));
  await wait(ms);
  await change(() => server.api.campaigns.resume({ id }));
}

async function change(ask: () => Promise<unknown>): Promise<void> {
  await persistently(
    () =>
      ask().catch((error: { code?: string }) => {
        if (!error.code?.startsWith('campaign_')) throw error;
      }),
    performance.now() + 60_000,
  );
}
