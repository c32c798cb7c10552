// How many messages of a campaign we send per second, with every status accounted for, against bare HTTP calls.
import { setMaxListeners } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { Pool } from 'undici';
import { buildServer } from '#api/server.ts';
import { features } from '#app/features.ts';
import { startSimulatorProcess } from '#app/simulator-process.ts';
import { runDispatcher } from '#events/dispatcher.ts';
import { listen } from '#events/signals.ts';
import { startJobs } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { ROLE_PERMISSIONS } from '#operations/permissions.ts';
import type { Services } from '#operations/services.ts';
import type { Client } from '../test/support/workspace.ts';
import type { Bench } from './bench.ts';
import { throwaway } from './throwaway.ts';

const CONCURRENCY = 64;

export const bench: Bench = {
  name: 'send',
  floor: `a bare loop of HTTP calls to the simulator, ${CONCURRENCY} at once`,
  better: 'more',
  async run({ args, say }) {
    const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 10_000);
    const root = join(import.meta.dirname, '..');
    const simulator = await startSimulatorProcess(root, {
      port: 0,
      host: '127.0.0.1',
      stateFile: join(mkdtempSync(join(tmpdir(), 'rondine-bench-')), 'simulator.json'),
    });
    const control = controlOf(simulator.url);
    await control('/settings', { preset: 'exact' });
    say(`Floor: ${count} bare calls …`);
    const floor = await bareCalls(simulator.url, control, count);
    await control('/reset', {});
    await control('/settings', { preset: 'exact' });
    const place = await throwaway({ url: simulator.url, host: new URL(simulator.url).host });
    try {
      say(`Ours: a campaign to ${count} people …`);
      const seconds = await runCampaign(place.url, place.services, count, say);
      const { phone_numbers } = await control<{ phone_numbers: { id: string }[] }>('/business');
      const account = await control(`/account?phone_number_id=${phone_numbers[0]!.id}`);
      return {
        unit: 'messages/s',
        ours: count / seconds.accounted,
        floor,
        details: {
          messages: count,
          secondsUntilSent: round(seconds.sent),
          sentPerSecond: Math.round(count / seconds.sent),
          secondsUntilAllRead: round(seconds.accounted),
          simulator: account,
        },
      };
    } finally {
      await place.drop();
      await simulator.stop();
    }
  },
};

type Control = <T>(path: string, body?: object) => Promise<T>;

function controlOf(url: string): Control {
  return async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${url}/_simulator${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

/** Calls per second; the simulator posts its webhooks to a server that throws them away. */
async function bareCalls(url: string, control: Control, count: number): Promise<number> {
  const sink = createServer((request, response) => {
    const challenge = new URL(request.url ?? '/', url).searchParams.get('hub.challenge');
    request.resume().on('end', () => response.end(challenge ?? ''));
  });
  await new Promise<void>((ready) => sink.listen(0, '127.0.0.1', ready));
  const keys = await control<{ waba_id: string; access_token: string; phone_numbers: { id: string }[] }>(
    '/business',
  );
  const pool = new Pool(url, { connections: CONCURRENCY });
  const headers = { authorization: `Bearer ${keys.access_token}`, 'content-type': 'application/json' };
  const callback = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/`;
  const call = async (path: string, body: object) => {
    const answer = await pool.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`The simulator answered ${answer.statusCode}`);
  };
  await call(`/v26.0/${keys.waba_id}/subscribed_apps`, {
    override_callback_uri: callback,
    verify_token: 'x',
  });
  const template = { name: 'hello_world', language: { code: 'en_US' } };
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (next < count) {
        const to = `+39334${String(next++).padStart(7, '0')}`;
        const body = { messaging_product: 'whatsapp', to, type: 'template', template };
        await call(`/v26.0/${keys.phone_numbers[0]!.id}/messages`, body);
      }
    }),
  );
  const perSecond = count / ((performance.now() - started) / 1000);
  await pool.close();
  sink.closeAllConnections();
  sink.close();
  return perSecond;
}

/** The whole product in this process: door, reader, feeder, sender. */
async function runCampaign(
  databaseUrl: string,
  services: Services,
  count: number,
  say: (line: string) => void,
): Promise<{ sent: number; accounted: number }> {
  const signals = listen(databaseUrl);
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const app = await buildServer({
    services,
    signals,
    features,
    identify: async () => null,
    trustProxy: false,
    metricsToken: undefined,
    webFolder: undefined,
  });
  services.publicUrl = await app.listen({ port: 0, host: '127.0.0.1' });
  const subscribers = features.flatMap((feature) => feature.subscribers ?? []);
  const loops = [
    runDispatcher(services.db, subscribers, stopping.signal),
    ...features
      .flatMap((feature) => feature.engines ?? [])
      .map((engine) => engine.run(services, { signals, signal: stopping.signal })),
  ];
  const jobs = await startJobs(
    databaseUrl,
    services,
    features.flatMap((feature) => feature.jobs ?? []),
  );
  const workspaceId = newId();
  await services.db.kysely
    .insertInto('workspaces')
    .values({ id: workspaceId, name: 'Bench', country: 'IT', time_zone: 'Europe/Rome' })
    .execute();
  const client = clientOf(services, workspaceId);
  await client.numbers.connectSimulator({});
  const template = (await client.templates.list({})).items.find((each) => each.name === 'hello_world');
  const templateId = template?.id ?? (await makeTemplate(client));
  await services.db.inWorkspace(workspaceId, async (tx) => {
    // More than the bench can reach: it measures us, not the limit.
    await tx.updateTable('numbers').set({ throughput_per_second: 20_000 }).execute();
    for (let from = 0; from < count; from += 5_000)
      await tx
        .insertInto('contacts')
        .values(
          Array.from({ length: Math.min(5_000, count - from) }, (_, index) => ({
            workspace_id: workspaceId,
            id: newId(),
            phone: `+39335${String(from + index).padStart(7, '0')}`,
            first_name: 'Ana',
            created_at: now(),
            updated_at: now(),
          })),
        )
        .execute();
  });
  const { id } = await client.campaigns.create({
    name: 'Bench',
    templateId,
    audience: { listIds: [], contactIds: [], everyone: true, requireConsent: false },
  });
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  await client.campaigns.start({ id });
  let sent = 0;
  for (;;) {
    await new Promise((done) => setTimeout(done, 50));
    const { figures } = await client.campaigns.get({ id });
    if (sent === 0 && figures.sent + figures.accepted === count) sent = elapsed();
    if (figures.read === count) break;
    if (elapsed() > 300) throw new Error(`Not done after 300 s: ${JSON.stringify(figures)}`);
  }
  const accounted = elapsed();
  say(`Sent after ${round(sent)} s, all read after ${round(accounted)} s.`);
  stopping.abort();
  await jobs.stop();
  await Promise.all(loops);
  await app.close();
  await signals.close();
  return { sent, accounted };
}

async function makeTemplate(client: Client): Promise<string> {
  const { id } = await client.templates.create({
    name: 'bench',
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'none' },
      body: {
        text: 'Hello {{1}}, the autumn collection is in our shop: come and see it.',
        examples: { '1': 'Ana' },
      },
      buttons: [],
    },
    variables: { 'body.1': { field: 'FIRST_NAME' } },
  });
  await client.templates.submit({ id });
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await client.templates.get({ id })).status === 'approved') return id;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The template was not approved');
}

function clientOf(services: Services, workspaceId: string): Client {
  const router = Object.fromEntries(
    features.filter((feature) => feature.operations).map((feature) => [feature.name, feature.operations!]),
  );
  const caller = {
    actor: { kind: 'system', name: 'bench' },
    userId: null,
    workspaceId,
    role: 'owner',
    permissions: new Set(ROLE_PERMISSIONS.owner),
  };
  const context = { services, caller, requestId: newId(), headers: {} };
  return createRouterClient(router as never, { context: context as never }) as unknown as Client;
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
