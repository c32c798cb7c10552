// Sending against the simulator over HTTP: what is accepted, refused, uncertain, early, doubled and late.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen, type Signals } from '#events/signals.ts';
import type { Services } from '#operations/services.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { startSimulator } from '../../../simulator/simulator.ts';
import { createSendingWorld, type SendingWorld, until } from '../../../test/support/sending-world.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createWorkspace, testServices } from '../../../test/support/workspace.ts';
import { sendingEngine } from './engine/sending-engine.ts';
import {
  type CampaignHalt,
  enqueueMessages,
  type MessageMove,
  queuedOf,
  type SendingWatcher,
  withdrawQueued,
} from './sending.ts';

let database: TestDatabase;
let services: Services;
let signals: Signals;
let simulator: Simulator;
let world: SendingWorld;
let stopping: AbortController;
let running: Promise<void>[];
let moves: MessageMove[];
let halts: CampaignHalt[];

const watcher: SendingWatcher = {
  moved: async (_call, all) => void moves.push(...all),
  halted: async (_call, all) => void halts.push(...all),
};
const campaignId = '0198c0de-0000-7000-8000-00000000000c';

beforeAll(async () => {
  database = await createTestDatabase(12);
  services = testServices(database);
  signals = listen(database.url);
});
afterAll(async () => {
  await signals.close();
  await database.drop();
});

beforeEach(async () => {
  moves = [];
  halts = [];
  stopping = new AbortController();
  running = [];
  simulator = await startSimulator({ preset: 'exact', smtpPort: false });
  const workspace = await createWorkspace(services);
  world = await createSendingWorld(services, workspace.id, simulator.url, { watcher });
});
afterEach(async () => {
  stopping.abort();
  await Promise.all(running);
  await world.within(({ tx }) => tx.deleteFrom('send_queue').execute());
  await world.close();
  await simulator.close();
});

function startEngine(times = {}): void {
  const engine = sendingEngine({
    watcher,
    providerOf: async () => world.provider,
    times: { leaseMs: 2_000, proofWaitMs: 500, lookEveryMs: 50, ...times },
  });
  running.push(engine.run(services, { signals, signal: stopping.signal }));
}

const phones = (count: number, from = 3331000000) =>
  Array.from({ length: count }, (_, index) => `+39${from + index}`);
const queueLength = () =>
  world.within(async ({ tx }) => {
    const row = await tx
      .selectFrom('send_queue')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  });
const only = async () =>
  world.within(({ tx }) => tx.selectFrom('messages').selectAll().executeTakeFirstOrThrow());

describe('sending', () => {
  it('sends each message once and follows it to read', async () => {
    const contacts = await world.people(phones(300));
    await world.within((call) =>
      enqueueMessages(
        call,
        contacts.map((id) => world.message(id, { campaignId })),
      ),
    );
    startEngine();
    await until(async () => (await world.states()).read === 300);
    expect(await world.account()).toMatchObject({
      accepted: 300,
      read: 300,
      uniqueCustomers: 300,
      maxPerCustomer: 1,
    });
    await until(async () => (await queueLength()) === 0);
    const last = new Map(moves.map((move) => [move.messageId, move]));
    expect([...last.values()].every((move) => move.to === 'read')).toBe(true);
  });

  it('lets two engines send at once without a double', async () => {
    const contacts = await world.people(phones(600));
    startEngine();
    startEngine();
    for (let from = 0; from < 600; from += 100)
      await world.within((call) =>
        enqueueMessages(
          call,
          contacts.slice(from, from + 100).map((id) => world.message(id)),
        ),
      );
    await until(async () => (await world.states()).read === 600);
    expect(await world.account()).toMatchObject({ accepted: 600, maxPerCustomer: 1 });
  });

  it.each([
    ['fails in the answer', '9131026', 'recipient_unreachable'],
    ['fails by webhook', '9131049', 'per_user_marketing_limit'],
    ['has wrong values', '9132000', 'template_parameters'],
  ])('says why a message %s', async (_, ending, kind) => {
    const [contact] = await world.people([`+39333${ending}`]);
    await world.within((call) => enqueueMessages(call, [world.message(contact!)]));
    startEngine();
    await until(async () => (await world.states()).failed === 1);
    const message = await only();
    expect(message.failure_kind).toBe(kind);
    expect(message.failure_text).toMatch(/\w/);
    // The webhook may tell of it before the call has ended, whose end takes it out of the queue.
    await until(async () => (await queueLength()) === 0);
  });

  it.each([
    ['reversed', '9990011'],
    ['twice', '9990012'],
    ['as failed first, then delivered', '9990010'],
    ['without delivered', '9990003'],
  ])('ends at read when statuses come %s', async (_, ending) => {
    const [contact] = await world.people([`+39333${ending}`]);
    await world.within((call) => enqueueMessages(call, [world.message(contact!)]));
    startEngine();
    await until(async () => (await world.states()).read === 1);
    expect((await only()).failure_kind).toBeNull();
  });

  it('tries again what is safe to try again, later', async () => {
    await world.control('/faults', { path: '/messages', code: 130429, times: 3 });
    simulator.world.settings.limits.throughputPerSecond = 20;
    const contacts = await world.people(phones(60));
    await world.within((call) =>
      enqueueMessages(
        call,
        contacts.map((id) => world.message(id)),
      ),
    );
    startEngine();
    await until(async () => (await world.states()).read === 60);
    expect(await world.account()).toMatchObject({ accepted: 60, maxPerCustomer: 1 });
  });

  it('stops a campaign, and keeps its messages, when the template is paused', async () => {
    const template = await firstTemplate();
    await world.control(`/templates/${template}`, { pause: true });
    const contacts = await world.people(phones(5));
    await world.within((call) =>
      enqueueMessages(
        call,
        contacts.map((id) => world.message(id, { campaignId })),
      ),
    );
    startEngine();
    await until(async () => halts.length > 0);
    expect(halts[0]).toMatchObject({ campaignId, kind: 'template_paused', scope: 'template' });
    await until(async () => {
      const taken = await world.within((call) => withdrawQueued(call, campaignId));
      return taken.length > 0 || (await world.within((call) => queuedOf(call, campaignId))) === 0;
    });
    await until(async () => {
      await world.within((call) => withdrawQueued(call, campaignId));
      return (await queueLength()) === 0;
    });
    expect(await world.states()).toEqual({});
  });

  it('holds back who was blocked, unsubscribed or has gone since', async () => {
    const [blocked] = await world.people(['+393331000001'], { blocked_at: new Date() });
    const [left] = await world.people(['+393331000002'], { consent: 'unsubscribed' });
    await world.within((call) =>
      enqueueMessages(call, [world.message(blocked!), world.message(left!, { marketing: true })]),
    );
    startEngine();
    await until(async () => (await world.states()).failed === 2);
    expect(moves.map((move) => move.failure?.kind).sort()).toEqual([
      'contact_blocked',
      'contact_unsubscribed',
    ]);
    expect((await world.account()).accepted).toBe(0);
  });

  it('lets answers pass before bulk', async () => {
    simulator.world.settings.limits.throughputPerSecond = 1_000;
    const contacts = await world.people(phones(400));
    await world.within(async (call) => {
      await call.tx.updateTable('numbers').set({ throughput_per_second: 40 }).execute();
      await enqueueMessages(
        call,
        contacts.slice(1).map((id) => world.message(id)),
      );
    });
    startEngine();
    await until(async () => ((await world.states()).read ?? 0) > 10);
    await world.within((call) => enqueueMessages(call, [world.message(contacts[0]!, { priority: 0 })]));
    const before = moves.length;
    const answered = () =>
      moves.findIndex((move) => move.contactId === contacts[0] && move.from === 'queued');
    await until(async () => answered() >= 0);
    const gone = (all: MessageMove[]) => all.filter(({ from }) => from === 'queued').length;
    // What was claimed already goes with it, and nothing else.
    expect(gone(moves.slice(before, answered()))).toBeLessThan(100);
    expect(gone(moves)).toBeLessThan(399);
  });
});

describe('uncertainty', () => {
  const send = async (count: number, overrides = {}) => {
    const contacts = await world.people(phones(count));
    await world.within((call) =>
      enqueueMessages(
        call,
        contacts.map((id) => world.message(id, overrides)),
      ),
    );
  };
  const trouble = (what: object) => world.control('/faults', { path: '/messages', ...what });

  it('takes the status as proof when the answer is lost, and does not send twice', async () => {
    await trouble({ cut: true, afterEffect: true, times: 5 });
    await send(20);
    startEngine();
    await until(async () => (await world.states()).read === 20);
    await until(async () => (await queueLength()) === 0);
    expect(await world.account()).toMatchObject({ accepted: 20, maxPerCustomer: 1 });
  });

  it('sends again, once, what silence proves never left', async () => {
    await trouble({ cut: true, times: 3 });
    await send(20);
    startEngine({ proofWaitMs: 1_500 });
    // Others are heard of after the doubt began.
    await until(async () => moves.filter(({ to }) => to === 'uncertain').length >= 3);
    await new Promise((done) => setTimeout(done, 2_100));
    await send2();
    await until(async () => (await world.states()).read === 25);
    expect(await world.account()).toMatchObject({ accepted: 25, maxPerCustomer: 1 });
    async function send2() {
      const more = await world.people(phones(5, 3338000000));
      await world.within((call) =>
        enqueueMessages(
          call,
          more.map((id) => world.message(id)),
        ),
      );
    }
  });

  it('leaves a message uncertain, and says so, when nothing is heard at all', async () => {
    await trouble({ cut: true, times: 1 });
    await send(1);
    startEngine({ patienceMs: 600, proofWaitMs: 300 });
    await until(async () => (await queueLength()) === 0 && (await world.states()).uncertain === 1);
    expect((await world.account()).accepted).toBe(0);
  });

  it('takes over from a process that died between claim and answer', async () => {
    await send(10);
    await world.within(async ({ tx }) => {
      await tx
        .updateTable('send_queue')
        .set({ claimed_by: campaignId, claimed_at: new Date(), attempts: 1 })
        .execute();
    });
    startEngine();
    await until(async () => (await world.states()).uncertain === 10);
    const more = await world.people(phones(5, 3338000000));
    await new Promise((done) => setTimeout(done, 600));
    await world.within((call) =>
      enqueueMessages(
        call,
        more.map((id) => world.message(id)),
      ),
    );
    await until(async () => (await world.states()).read === 15);
    expect(await world.account()).toMatchObject({ accepted: 15, maxPerCustomer: 1 });
  });

  it('rests while WhatsApp cannot be reached, and loses nothing', async () => {
    await trouble({ code: 80007, times: 1 });
    await send(3);
    startEngine();
    await until(async () => (await world.account()).accepted === 2);
    await until(async () => (await world.states()).queued === 1);
  });
});

async function firstTemplate(): Promise<string> {
  for await (const template of world.provider.listTemplates({ name: 'hello_world' })) return template.id;
  throw new Error('The simulator has no hello_world');
}
