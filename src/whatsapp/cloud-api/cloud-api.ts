// Meta's Cloud API as the product's provider: one client for the process, one provider per connected number.

import type { ConversionsProvider } from '#whatsapp/conversions.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { type ConnectionKeys, callsOf } from './calls.ts';
import { createGraphClient, type GraphSettings } from './client.ts';
import { conversionCalls, type DatasetKeys, findDataset } from './conversion-calls.ts';
import { mediaCalls } from './media-calls.ts';
import { numberCalls } from './number-calls.ts';
import { sendMessage } from './send-message.ts';
import { templateCalls } from './template-calls.ts';

export type CloudApi = {
  provider(keys: ConnectionKeys): WhatsAppProvider;
  conversions(keys: DatasetKeys): ConversionsProvider;
  /** The dataset of an account, made where there is none. Throws `ProviderError`. */
  findDataset(keys: Pick<DatasetKeys, 'token' | 'wabaId'>): Promise<string>;
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
    conversions: (keys) => conversionCalls(client, keys),
    findDataset: (keys) => findDataset(client, keys),
    close: () => client.close(),
  };
}
