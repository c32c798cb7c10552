// What sending brings to the application; who is told of moves is decided there.
import { providerForNumber } from '#features/numbers/numbers.ts';
import type { Feature } from '#operations/feature.ts';
import { type SendingTimes, sendingEngine } from './engine/sending-engine.ts';
import type { SendingWatcher } from './sending.types.ts';
import { watchDoor } from './watch-door.ts';

export function sendingFeature(watcher: SendingWatcher, times: Partial<SendingTimes> = {}): Feature {
  return {
    name: 'sending',
    routes: watchDoor,
    engines: [
      sendingEngine({
        watcher,
        times,
        providerOf: (services, { workspaceId, numberId }) =>
          services.db.inWorkspace(workspaceId, (tx) =>
            providerForNumber({ tx, workspaceId, services }, numberId),
          ),
      }),
    ],
  };
}
