// Remembers that the provider was heard of a number's messages, and what a silence before it means for the uncertain.
import type { SendingCall } from './sending.types.ts';
import { waitAfterSilence } from './sending-doubts.store.ts';
import { noteStatuses } from './sending-lanes.store.ts';

export async function noteHeard(call: SendingCall, numberIds: readonly string[]): Promise<void> {
  for (const { numberId, silentSince } of await noteStatuses(call, numberIds))
    await waitAfterSilence(call, numberId, silentSince);
}
