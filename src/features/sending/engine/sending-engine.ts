// Sends what is in the queue: looks for numbers with work and runs a lane for each that no other process has.
import { SEND_SIGNAL } from '#features/sending/enqueue-messages.ts';
import type { SendingWatcher } from '#features/sending/sending.types.ts';
import { numbersWithWork } from '#features/sending/sending-lanes.store.ts';
import { awakener } from '#kit/awakener.ts';
import { now, sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Engine } from '#operations/engine.ts';
import type { Services } from '#operations/services.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { runLane } from './lane.ts';
import { listenForWithdrawals } from './withdrawals.ts';

const log = logger('sending');
/** A lane uses up to three for moments: to claim, to record, and to renew its lease. */
const CONNECTIONS = 6;

export type SendingTimes = {
  /** How long a process holds a number without renewing: after its death another takes over this much later. */
  leaseMs: number;
  /** How long an uncertain message waits for its status before it may be sent again. */
  proofWaitMs: number;
  /** How long it waits at most: what is not proven by then is left to people. */
  patienceMs: number;
  /** How often numbers with work are looked for; a signal makes it at once. */
  lookEveryMs: number;
  /** How long calls under way are waited for when the process stops. */
  drainMs: number;
};

export const SENDING_TIMES: SendingTimes = {
  leaseMs: 5_000,
  proofWaitMs: 60_000,
  patienceMs: 60 * 60_000,
  lookEveryMs: 500,
  drainMs: 10_000,
};

export type SendingParts = {
  /** Told of every move, in its transaction. */
  watcher: SendingWatcher;
  /** The provider of a connected number. */
  providerOf(
    services: Services,
    number: { workspaceId: string; numberId: string },
  ): Promise<Pick<WhatsAppProvider, 'send'>>;
  /** Has the provider reach the door for webhooks at this address; resolves when it did. */
  knock?(
    services: Services,
    number: { workspaceId: string; numberId: string },
    publicUrl: string,
  ): Promise<void>;
  times?: Partial<SendingTimes>;
};

export function sendingEngine(parts: SendingParts): Engine {
  return {
    name: 'sending',
    connections: CONNECTIONS,
    async run(services, { signals, signal }) {
      const { proofWaitMs = SENDING_TIMES.proofWaitMs } = services;
      const times = { ...SENDING_TIMES, proofWaitMs, ...parts.times };
      const lanes = new Map<string, { tell(): void; ended: Promise<void> }>();
      const looking = awakener();
      const withdrawals = listenForWithdrawals(signals);
      const unsubscribe = signals.on(SEND_SIGNAL, (numberId) => {
        const lane = lanes.get(numberId);
        if (lane) lane.tell();
        else looking.wake();
      });
      while (!signal.aborted) {
        try {
          const found = await services.db.asSystem((tx) => numbersWithWork(tx, now()));
          for (const number of found) {
            if (lanes.has(number.numberId)) continue;
            const waker = awakener();
            const news = { due: false };
            const ended = runLane(services, { ...parts, times, number, waker, news, withdrawals, signal })
              .catch((error) => log.error({ err: error, number: number.numberId }, 'a lane broke off'))
              .finally(() => lanes.delete(number.numberId));
            const tell = () => {
              news.due = true;
              waker.wake();
            };
            lanes.set(number.numberId, { tell, ended });
          }
        } catch (error) {
          log.error({ err: error }, 'could not look for messages to send, trying again');
          await sleep(1_000, signal);
        }
        await looking.rest(times.lookEveryMs, signal);
      }
      unsubscribe();
      await Promise.all([...lanes.values()].map((lane) => lane.ended));
      withdrawals.close();
    },
  };
}
