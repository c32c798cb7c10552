// npm run bench -- ingest [--rate N] [--seconds N] — signed webhooks at a steady pace against the product's door, then a kill: all that was acknowledged must be stored.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { Pool } from 'undici';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import type { Bench } from './bench.ts';
import { startProduct } from './product.ts';
import { behave, keysOf, type SimulatorKeys, startSimulator } from './simulator.ts';
import { throwaway } from './throwaway.ts';
import { makeWorkspace } from './workspace.ts';

const CONNECTIONS = 256;
const RATE = 3_000;
const SECONDS = 20;
const TICK_MS = 5;
/** One of so many webhooks is a customer's message, the others are statuses. */
const MESSAGES_EVERY = 10;

export const bench: Bench = {
  name: 'ingest',
  floor: 'the same webhooks, as fast as they can be posted, at a server that stores nothing',
  better: 'more',
  async run({ args, say }) {
    const { values } = parseArgs({
      args,
      strict: false,
      options: { rate: { type: 'string' }, seconds: { type: 'string' } },
    });
    const rate = Number(values.rate ?? RATE);
    const seconds = Number(values.seconds ?? SECONDS);
    const simulator = await startSimulator();
    try {
      await behave(simulator, { ratePerSecond: 1_000 });
      const keys = await keysOf(simulator);
      say('Floor: a server that stores nothing …');
      const floor = await againstNothing(webhooks(keys, rate * 4));
      const place = await throwaway(simulator.address);
      const product = await startProduct(place, simulator.address);
      place.services.publicUrl = product.url;
      try {
        const { id, client } = await makeWorkspace(place.services);
        await client.numbers.connectSimulator({});
        say(`Ours: ${rate} webhooks/s for ${seconds} s …`);
        await drive(product.url, webhooks(keys, rate), rate);
        const before = await storedIn(place.services, id);
        const paced = await drive(product.url, webhooks(keys, rate * seconds), rate);
        const unread = await waitingIn(place.services, id);
        const readAfter = await untilRead(place.services, id);
        say('Ours: as fast as they can be posted …');
        const most = await drive(product.url, webhooks(keys, rate * 4), Number.POSITIVE_INFINITY);
        await product.kill();
        const stored = (await storedIn(place.services, id)) - before;
        const acknowledged = paced.acknowledged + most.acknowledged;
        if (stored < acknowledged)
          throw new Error(`${acknowledged} webhooks were acknowledged, but only ${stored} are stored`);
        return {
          unit: 'webhooks/s',
          ours: most.perSecond,
          floor,
          details: {
            paced: { perSecond: Math.round(paced.perSecond), wanted: rate, seconds, ...paced.latencyMs },
            unpaced: { perSecond: Math.round(most.perSecond), ...most.latencyMs },
            notAcknowledged: paced.refused + most.refused,
            acknowledged,
            storedAfterKill: stored,
            unreadAtTheEndOfThePace: unread,
            secondsUntilAllRead: readAfter,
            productMemoryMb: product.memory.filter((_, second) => second % 5 === 0),
          },
        };
      } finally {
        await product.kill();
        await place.drop();
      }
    } finally {
      await simulator.stop();
    }
  },
};

type Signed = { body: Buffer; signature: string };

/** Signed beforehand, so that signing is not measured. */
function webhooks(keys: SimulatorKeys, count: number): Signed[] {
  const metadata = { display_phone_number: '390655501001', phone_number_id: keys.phone_numbers[0]!.id };
  const run = newId();
  return Array.from({ length: count }, (_, index) => {
    const phone = `39335${String(index % 5_000).padStart(7, '0')}`;
    const timestamp = String(Math.floor(performance.timeOrigin / 1_000));
    const contacts = [{ profile: { name: 'Ana Conti' }, wa_id: phone }];
    const id = `wamid.${run}${index}`;
    const news =
      index % MESSAGES_EVERY === 0
        ? {
            messages: [{ from: phone, id, timestamp, type: 'text', text: { body: 'Is it open on Sunday?' } }],
          }
        : { statuses: [{ id, status: 'delivered', timestamp, recipient_id: phone }] };
    const value = { messaging_product: 'whatsapp', metadata, contacts, ...news };
    const entry = [{ id: keys.waba_id, changes: [{ field: 'messages', value }] }];
    const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
    return { body, signature: `sha256=${createHmac('sha256', keys.app_secret).update(body).digest('hex')}` };
  });
}

type Driven = {
  perSecond: number;
  acknowledged: number;
  refused: number;
  latencyMs: { p50Ms: number; p99Ms: number; worstMs: number };
};

/** Each is due at its time whether or not the door keeps up: waiting for a connection counts as the door's time. */
async function drive(url: string, all: readonly Signed[], perSecond: number): Promise<Driven> {
  const pool = new Pool(url, { connections: CONNECTIONS });
  const times: number[] = [];
  let refused = 0;
  let underWay = 0;
  const started = performance.now();
  const post = async ({ body, signature }: Signed, due: number) => {
    underWay += 1;
    const answer = await pool.request({
      method: 'POST',
      path: '/webhooks/whatsapp',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body,
    });
    await answer.body.dump();
    underWay -= 1;
    if (answer.statusCode === 200) times.push(performance.now() - due);
    else refused += 1;
  };
  const paced = Number.isFinite(perSecond);
  const posts: Promise<void>[] = [];
  for (let next = 0; next < all.length; ) {
    const at = performance.now();
    const wanted = paced
      ? Math.ceil(((at - started) / 1_000) * perSecond)
      : next + CONNECTIONS * 2 - underWay;
    for (const until = Math.min(all.length, wanted); next < until; next += 1)
      posts.push(post(all[next]!, paced ? started + (next / perSecond) * 1_000 : at));
    await new Promise((done) => (paced ? setTimeout(done, TICK_MS) : setImmediate(done)));
  }
  await Promise.all(posts);
  const took = (performance.now() - started) / 1_000;
  await pool.close();
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]!);
  return {
    perSecond: times.length / took,
    acknowledged: times.length,
    refused,
    latencyMs: { p50Ms: at(0.5), p99Ms: at(0.99), worstMs: at(1) },
  };
}

async function againstNothing(all: readonly Signed[]): Promise<number> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end('ok'));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const { perSecond } = await drive(`http://127.0.0.1:${port}`, all, Number.POSITIVE_INFINITY);
  server.closeAllConnections();
  server.close();
  return perSecond;
}

function storedIn({ db }: Services, workspaceId: string): Promise<number> {
  return counted(db, workspaceId, 'webhook_bodies');
}

function waitingIn({ db }: Services, workspaceId: string): Promise<number> {
  return counted(db, workspaceId, 'webhook_waiting');
}

async function counted(db: Services['db'], workspaceId: string, table: string): Promise<number> {
  const { rows } = await db.inWorkspace(workspaceId, (tx) =>
    sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(tx),
  );
  return rows[0]!.count;
}

async function untilRead(services: Services, workspaceId: string): Promise<number> {
  const started = performance.now();
  while ((await waitingIn(services, workspaceId)) > 0) await new Promise((done) => setTimeout(done, 250));
  return Math.round((performance.now() - started) / 100) / 10;
}
