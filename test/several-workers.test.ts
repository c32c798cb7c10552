// A web process and two workers, as their user starts them: nothing is sent twice and no limit is passed while they
// send at once and die, by the simulator's own account.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enqueueMessages, type SendingCall } from '#features/sending/sending.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { type Place, startPlace } from '../chaos/place.ts';
import { sendUnderBlows } from '../chaos/send.chaos.ts';
import { until } from './support/sending-world.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

const [WORKER_1, WORKER_2] = [1, 2];
/** Of a number at the standard level, in messages per second. */
const THROUGHPUT = 80;
const LEASE_MS = 5_000;
const MESSAGING_LIMIT = 250;
/** What API and automations may borrow of the pair limit. */
const PAIR_BURST = 35;
const PAIR_EVERY_MS = 6_000;
/** A lane that goes at its pace lets nobody wait so long for the next. */
const STANDSTILL_MS = 200;

let database: TestDatabase;
let place: Place;
beforeAll(async () => {
  database = await createTestDatabase(2);
  place = await startPlace({ workers: 2, databaseUrl: database.url, proofWait: 2, logs: undefined });
});
afterAll(async () => {
  await place?.close();
  await database.drop();
});

it('everybody gets exactly one message, whatever dies meanwhile', { timeout: 400_000 }, async () => {
  const result = await sendUnderBlows(
    place,
    {
      contacts: 500,
      rate: 1000,
      kills: 2,
      workers: 2,
      databaseRestarts: 0,
      troubles: 3,
      hangs: false,
      proofWait: 2,
      seed: 26,
      patience: 300,
    },
    () => {},
  );
  expect(result.findings).toEqual([]);
  expect(result).toMatchObject({ accepted: 500, state: 'completed', uncertain: { notAccepted: 0 } });
  expect(result.blows).toHaveLength(5);
});

it('limits hold across processes, and a dead worker’s share is taken over', {
  timeout: 400_000,
}, async () => {
  // The simulator takes everything, so that it sees what is asked of it and not what it refuses.
  await place.control.post('/settings', {
    delays: { sent: [0, 100], delivered: [0, 100], read: [0, 100] },
    rates: { failed: 0, read: 1 },
    limits: { throughputPerSecond: 10_000, uniqueUsers: 0, pair: false, byTier: false },
    webhooks: { duplicateRate: 0, delayMs: 0, maxUpdates: 200 },
  });
  const [first, second] = await connectTwo();
  const thrice = (people: readonly string[]) => [...people, ...people, ...people];
  const [often, ...mine] = await peopleOf(first, 140, 3335000000);
  const others = await peopleOf(second, 140, 3336000000);

  // Whoever is awake when a number gets something to send takes its lane.
  const asleep = place.stall(WORKER_2, 1_500);
  await enqueue(first, Array<string>(30).fill(often!), new Date(Date.now() - 60_000));
  await enqueue(first, thrice(mine));
  await until(async () => (await arrivals(first)).length > 0);
  await asleep;
  const napping = place.stall(WORKER_1, 1_000);
  await enqueue(second, thrice(others));
  await until(async () => (await arrivals(second)).length > 0);
  await napping;
  await until(async () => (await arrivals(first)).length > 100);
  await place.kill(WORKER_1, null);
  const killed = Date.now();
  await enqueue(first, Array<string>(20).fill(often!), new Date(killed - 120_000));
  const afterwards = async () => (await arrivals(first)).filter(({ at }) => at > killed + 1_000);
  await until(async () => (await afterwards()).length > 200);
  await until(async () => (await arrivals(second)).length >= 3 * Math.min(110, others.length));

  const all = [...(await arrivals(first)), ...(await arrivals(second))];
  expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  expect((await afterwards())[0]!.at - killed).toBeLessThan(LEASE_MS + 10_000);
  for (const number of [first, second]) {
    const times = (await arrivals(number)).map(({ at }) => at);
    // Two lanes at once would come to twice as much.
    expect(mostPerSecond(1_000, times)).toBeLessThan(1.5 * THROUGHPUT);
    expect(mostPerSecond(3_000, times)).toBeLessThan(1.15 * THROUGHPUT);
  }
  const people = new Set(all.map((one) => one.customer));
  expect(people.size).toBeLessThanOrEqual(MESSAGING_LIMIT);
  expect(people.size).toBeGreaterThan(MESSAGING_LIMIT - 40);
  const toOne = all.filter((one) => one.customer === '393335000000');
  const spare = Math.ceil((toOne.at(-1)!.at - toOne[0]!.at) / PAIR_EVERY_MS);
  expect(toOne.length).toBeGreaterThan(30);
  expect(toOne.length).toBeLessThanOrEqual(PAIR_BURST + spare);
});

type Line = { id: string; workspaceId: string; phoneNumberId: string };

/** Two numbers of a portfolio that may write to 250 people a day. */
async function connectTwo(): Promise<[Line, Line]> {
  const keys = await place.control.post<{
    waba_id: string;
    app_id: string;
    app_secret: string;
    access_token: string;
    phone_numbers: { id: string }[];
  }>('/business', {
    name: 'Two numbers',
    phones: [{ number: '+39 06 5550 2001' }, { number: '+39 06 5550 2002' }],
    messaging_limit: 'TIER_250',
  });
  const connected: Line[] = [];
  for (const { id: phoneNumberId } of keys.phone_numbers) {
    const { id, messagingLimit } = await place.server.api.numbers.connect({
      wabaId: keys.waba_id,
      phoneNumberId,
      appId: keys.app_id,
      appSecret: keys.app_secret,
      token: keys.access_token,
    });
    expect(messagingLimit).toBe(MESSAGING_LIMIT);
    const { workspaceId } = await database.db.asSystem((tx) =>
      tx
        .selectFrom('numbers')
        .select('workspace_id as workspaceId')
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    connected.push({ id, workspaceId, phoneNumberId });
  }
  return connected as [Line, Line];
}

const within = <T>({ workspaceId }: Line, work: (call: SendingCall) => Promise<T>) =>
  database.db.inWorkspace(workspaceId, (tx) =>
    work({ workspaceId, tx, now: now(), actor: { kind: 'system', name: 'test' } }),
  );

async function peopleOf(number: Line, count: number, from: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    workspace_id: number.workspaceId,
    id: newId(),
    phone: `+39${from + index}`,
    created_at: now(),
    updated_at: now(),
  }));
  await within(number, ({ tx }) => tx.insertInto('contacts').values(rows).execute());
  return rows.map((row) => row.id);
}

/** What was due earlier goes first. */
async function enqueue(number: Line, contactIds: readonly string[], dueAt = now()): Promise<void> {
  const messages = contactIds.map((contactId) => ({
    numberId: number.id,
    contactId,
    content: { type: 'template', name: 'hello_world', language: 'en_US' } as const,
    preview: 'Hello World',
    priority: 5 as const,
    dueAt,
    author: { kind: 'system', name: 'test' } as const,
  }));
  await within(number, (call) => enqueueMessages(call, messages));
}

type Arrival = { id: string; customer: string; at: number };

/** What the simulator took, in the order in which it came. */
async function arrivals(number: Line): Promise<Arrival[]> {
  const messages = await place.control.messages(number.phoneNumberId, 'hello_world');
  return messages.map((message) => ({
    id: message.biz_opaque_callback_data ?? '',
    customer: message.customer,
    at: Date.parse(message.at),
  }));
}

/**
 * The most of `times` per second in any `ms`. A machine that stands still delays what was sent meanwhile, which then
 * arrives in a crowd: the longest standstill just before the `ms` or within them counts as time.
 */
function mostPerSecond(ms: number, times: readonly number[]): number {
  let from = 0;
  return Math.max(
    ...times.map((at, index) => {
      while (times[from]! <= at - ms) from += 1;
      const gaps = times.slice(from, index + 1).map((one, next) => one - (times[from + next - 1] ?? one));
      const standstill = Math.max(0, ...gaps.filter((gap) => gap > STANDSTILL_MS));
      return (index - from + 1) / ((ms + standstill) / 1_000);
    }),
  );
}
