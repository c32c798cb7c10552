// A number connected to a simulator of its own, people to write to, and a receiver that applies statuses: for tests
// of sending that stand below the features above it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import {
  applyStatuses,
  type MessageStatus,
  type NewMessage,
  type SendingCall,
  type SendingWatcher,
} from '#features/sending/sending.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { type CloudApi, createCloudApi } from '#whatsapp/cloud-api/cloud-api.ts';
import { readWebhook } from '#whatsapp/cloud-api/read-webhook.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';

export type SendingWorld = {
  workspaceId: string;
  numberId: string;
  phoneNumberId: string;
  api: CloudApi;
  provider: WhatsAppProvider;
  /** Asks the simulator's control API. */
  control<T>(path: string, body?: object): Promise<T>;
  account(): Promise<Record<string, number>>;
  within<T>(work: (call: SendingCall) => Promise<T>): Promise<T>;
  /** Contacts with these phones; answers their ids in order. */
  people(phones: readonly string[], overrides?: Record<string, unknown>): Promise<string[]>;
  message(contactId: string, overrides?: Partial<NewMessage>): NewMessage;
  states(): Promise<Record<string, number>>;
  close(): Promise<void>;
};

export const noWatcher: SendingWatcher = { moved: async () => {}, halted: async () => {} };

export async function createSendingWorld(
  services: Services,
  workspaceId: string,
  simulatorUrl: string,
  options: { throughput?: number; watcher?: SendingWatcher } = {},
): Promise<SendingWorld> {
  const watcher = options.watcher ?? noWatcher;
  const pool = new Pool(simulatorUrl, { connections: 4 });
  const control = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await pool.request({
      method: body ? 'POST' : 'GET',
      path: `/_simulator${path}`,
      headers: { 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : null,
    });
    const read = (await answer.body.json()) as T;
    if (answer.statusCode >= 400) throw new Error(`${path}: ${JSON.stringify(read)}`);
    return read;
  };
  const within = <T>(work: (call: SendingCall) => Promise<T>) =>
    services.db.inWorkspace(workspaceId, (tx) =>
      work({ workspaceId, tx, now: now(), actor: { kind: 'system', name: 'test' } }),
    );
  const keys = await control<{
    waba_id: string;
    access_token: string;
    app_secret: string;
    phone_numbers: { id: string }[];
  }>('/business');
  const phoneNumberId = keys.phone_numbers[0]!.id;
  const api = createCloudApi({ baseUrl: simulatorUrl });
  const provider = api.provider({ token: keys.access_token, wabaId: keys.waba_id, phoneNumberId });

  const receiver = await startReceiver((statuses) =>
    within((call) => applyStatuses(call, statuses, watcher)).then(() => {}),
  );
  await provider.subscribeWebhooks({ url: receiver.url, verifyToken: 'x' });
  const ids = { account: newId(), number: newId() };
  await within(async ({ tx }) => {
    await tx
      .insertInto('whatsapp_accounts')
      .values({
        workspace_id: workspaceId,
        id: ids.account,
        waba_id: `${keys.waba_id}${workspaceId}`,
        token_sealed: '',
        app_secret_sealed: '',
        graph_url: simulatorUrl,
        graph_version: 'v26.0',
        created_at: now(),
        updated_at: now(),
      })
      .execute();
    await tx
      .insertInto('numbers')
      .values({
        workspace_id: workspaceId,
        id: ids.number,
        account_id: ids.account,
        phone_number_id: `${phoneNumberId}${workspaceId}`,
        phone: '+390655501001',
        throughput_per_second: options.throughput ?? 1_000,
        created_at: now(),
      })
      .execute();
  });

  return {
    workspaceId,
    numberId: ids.number,
    phoneNumberId,
    api,
    provider,
    control,
    account: () => control(`/account?phone_number_id=${phoneNumberId}`),
    within,
    async people(phones, overrides = {}) {
      const rows = phones.map((phone) => ({
        workspace_id: workspaceId,
        id: newId(),
        phone,
        created_at: now(),
        updated_at: now(),
        ...overrides,
      }));
      await within(async ({ tx }) => {
        for (let from = 0; from < rows.length; from += 2_000)
          await tx
            .insertInto('contacts')
            .values(rows.slice(from, from + 2_000))
            .execute();
      });
      return rows.map((row) => row.id);
    },
    message: (contactId, overrides = {}) => ({
      numberId: ids.number,
      contactId,
      content: { type: 'template', name: 'hello_world', language: 'en_US' },
      preview: 'Hello World',
      priority: 9,
      author: { kind: 'system', name: 'test' },
      ...overrides,
    }),
    async states() {
      const rows = await within(({ tx }) =>
        tx
          .selectFrom('messages')
          .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
          .groupBy('state')
          .execute(),
      );
      return Object.fromEntries(rows.map((row) => [row.state, row.count]));
    },
    async close() {
      await receiver.close();
      await api.close();
      await pool.close();
    },
  };
}

/** Answers 200 at once and applies afterwards, as the product's door and reader do. */
async function startReceiver(apply: (statuses: MessageStatus[]) => Promise<void>) {
  const working = new Set<Promise<void>>();
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      response.end(new URL(request.url ?? '/', 'http://x').searchParams.get('hub.challenge'));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.end();
    const statuses = readWebhook(Buffer.concat(chunks), now()).filter(
      (event) => event.kind === 'message_status',
    ) as MessageStatus[];
    const work = apply(statuses).catch((error) => console.error(error));
    working.add(work);
    void work.finally(() => working.delete(work));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    async close() {
      server.closeAllConnections();
      await new Promise((ended) => server.close(ended));
      await Promise.all(working);
    },
  };
}

/** Waits until `look` answers something true; fails after `ms`. */
export async function until<T>(
  look: () => Promise<T | false | null | undefined>,
  ms = 90_000,
  what = 'the expected',
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`Waited ${ms} ms in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
