// What sending brings to the application; who is told of moves is decided there.
import { providerForNumber, webhookAddress } from '#features/numbers/numbers.ts';
import type { Feature } from '#operations/feature.ts';
import type { Services } from '#operations/services.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { type SendingTimes, sendingEngine } from './engine/sending-engine.ts';
import { expireMessagesJob } from './jobs/expire-messages.job.ts';
import { sendingOperations } from './sending.operations.ts';
import type { SendingWatcher } from './sending.types.ts';
import { watchDoor } from './watch-door.ts';
import { withdrawalsSubscriber } from './withdrawals.subscriber.ts';

export function sendingFeature(watcher: SendingWatcher, times: Partial<SendingTimes> = {}): Feature {
  return {
    name: 'sending',
    operations: sendingOperations,
    routes: watchDoor,
    subscribers: [withdrawalsSubscriber],
    jobs: [expireMessagesJob(watcher)],
    engines: [
      sendingEngine({
        watcher,
        times,
        providerOf: numbersProvider,
        // Its address is set to what it is: the provider asks for consent there each time.
        knock: async (services, number, publicUrl) => {
          const provider = await numbersProvider(services, number);
          await provider.subscribeWebhooks(webhookAddress({ ...services, publicUrl }));
        },
      }),
    ],
  };
}

function numbersProvider(
  services: Services,
  { workspaceId, numberId }: { workspaceId: string; numberId: string },
): Promise<WhatsAppProvider> {
  return services.db.inWorkspace(workspaceId, (tx) =>
    providerForNumber({ tx, workspaceId, services }, numberId),
  );
}
