// Meta's Cloud API as the product's provider: one client for the process, one provider per connected number.

import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { type ConnectionKeys, callsOf } from './calls.ts';
import { createGraphClient, type GraphSettings } from './client.ts';
import { mediaCalls } from './media-calls.ts';
import { numberCalls } from './number-calls.ts';
import { sendMessage } from './send-message.ts';
import { templateCalls } from './template-calls.ts';

export type CloudApi = {
  provider(keys: ConnectionKeys): WhatsAppProvider;
  close(): Promise<void>;
};

export function createCloudApi(settings: GraphSettings = {}): CloudApi {
  const client = createGraphClient(settings);
  return {
    provider(keys) {
      const calls = callsOf(client, keys);
      return {
        send: (message) => sendMessage(client, keys, message),
        ...mediaCalls(client, calls, keys),
        ...templateCalls(calls, keys),
        ...numberCalls(calls, keys),
      };
    },
    close: () => client.close(),
  };
}
