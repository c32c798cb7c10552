// A simulator of its own for a test, with the provider connected to its first number, and a webhook address.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CloudApi, createCloudApi } from '#whatsapp/cloud-api/cloud-api.ts';
import { answerHandshake } from '#whatsapp/cloud-api/handshake.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';

export type SimulatorKeys = {
  token: string;
  wabaId: string;
  phoneNumberId: string;
  appId: string;
  appSecret: string;
};

export type ConnectedSimulator = {
  url: string;
  keys: SimulatorKeys;
  provider: WhatsAppProvider;
  /** One call of the control API; throws unless it answers 200. */
  control<Answer = unknown>(method: string, path: string, body?: object): Promise<Answer>;
  close(): Promise<void>;
};

type Business = {
  access_token: string;
  waba_id: string;
  app_id: string;
  app_secret: string;
  phone_numbers: { id: string }[];
};

export async function connectSimulator(): Promise<ConnectedSimulator> {
  const simulator: Simulator = await startSimulator({ preset: 'exact' });
  const control = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${simulator.url}/_simulator/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const business = await control<Business>('GET', 'business');
  const keys: SimulatorKeys = {
    token: business.access_token,
    wabaId: business.waba_id,
    appId: business.app_id,
    appSecret: business.app_secret,
    phoneNumberId: business.phone_numbers[0]?.id ?? '',
  };
  const api: CloudApi = createCloudApi({ baseUrl: simulator.url });
  return {
    url: simulator.url,
    keys,
    provider: api.provider(keys),
    control,
    async close() {
      await api.close();
      await simulator.close();
    },
  };
}

export type WebhookAddress = {
  url: string;
  verifyToken: string;
  /** Bodies in order of arrival, with their signature. */
  deliveries: { body: Buffer; signature: string | undefined }[];
  close(): Promise<void>;
};

export async function openWebhookAddress(): Promise<WebhookAddress> {
  const verifyToken = 'verify-me';
  const deliveries: WebhookAddress['deliveries'] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (chunk: Buffer) => parts.push(chunk));
    request.on('end', () => {
      if (request.method === 'GET') {
        const query = Object.fromEntries(new URL(request.url ?? '', 'http://x').searchParams);
        const { status, body } = answerHandshake(query, verifyToken);
        return void response.writeHead(status).end(body);
      }
      const signature = request.headers['x-hub-signature-256'];
      deliveries.push({ body: Buffer.concat(parts), signature: signature?.toString() });
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    verifyToken,
    deliveries,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
