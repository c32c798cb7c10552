// The provider through which a lane sends, also for a number that is not connected any more.
import { AppError } from '#kit/errors.ts';
import type { Services } from '#operations/services.ts';
import type { Failure } from '#whatsapp/failure-kinds.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import type { SendingParts } from './sending-engine.ts';

/** For a number that is not connected any more: one that refuses everything, saying so. */
export async function providerOrRefusal(
  services: Services,
  providerOf: SendingParts['providerOf'],
  number: { workspaceId: string; numberId: string },
): Promise<Pick<WhatsAppProvider, 'send'>> {
  try {
    return await providerOf(services, number);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const failure: Failure = {
      kind: 'token_invalid',
      retry: 'no',
      stops: 'number',
      mayHaveBeenAccepted: false,
      message: error.message,
    };
    return { send: async () => ({ outcome: 'refused', failure }) };
  }
}
