// Has the provider knock at our door when messages are uncertain and nothing is heard of any: at the end of a campaign
// nobody else's status may come, and silence proves something only when the way to us is known to be open.
import { DOOR_CLOSED_AFTER_MS } from '#features/sending/fates.ts';
import { noteHeard } from '#features/sending/note-heard.ts';
import type { SendingCall } from '#features/sending/sending.types.ts';
import { openDoor } from '#features/sending/sending-door.store.ts';
import { hasUnheardDoubts } from '#features/sending/sending-doubts.store.ts';
import { logger } from '#kit/log.ts';

const log = logger('sending');
const AT_MOST_EVERY_MS = 15_000;

export type Knocking = {
  /** Looks whether a knock is wanted, without waiting for it. */
  consider(at: number): void;
};

/** `knock` resolves when the provider reached `publicUrl`. Without it nothing is asked. */
export function askToKnock(parts: {
  within<T>(work: (call: SendingCall) => Promise<T>): Promise<T>;
  numberId: string;
  knock: ((publicUrl: string) => Promise<void>) | undefined;
}): Knocking {
  const { within, numberId, knock } = parts;
  let asking = false;
  let next = 0;

  /** True when the provider was asked, whatever came of it. */
  async function ask(): Promise<boolean> {
    const door = await within(async (call) => {
      if (!(await hasUnheardDoubts(call, numberId))) return null;
      const open = await openDoor(call.tx);
      return open && call.now.getTime() - open.at.getTime() <= DOOR_CLOSED_AFTER_MS ? open : null;
    });
    if (!door) return false;
    await knock!(door.publicUrl);
    await within((call) => noteHeard(call, [numberId]));
    return true;
  }

  return {
    consider(at) {
      if (!knock || asking || at < next) return;
      asking = true;
      ask()
        .catch((error) => {
          log.warn({ err: error }, 'the provider could not reach the door for webhooks');
          return true;
        })
        .then((asked) => {
          asking = false;
          if (asked) next = performance.now() + AT_MOST_EVERY_MS;
        });
    },
  };
}
