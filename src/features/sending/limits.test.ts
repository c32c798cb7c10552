// Limits are kept, not hit: the simulator enforces them, and never has to refuse anything.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen, type Signals } from '#events/signals.ts';
import { now, shiftClock, sleep } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import {
  createSendingWorld,
  noWatcher,
  type SendingWorld,
  until,
} from '../../../test/support/sending-world.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createWorkspace, testServices } from '../../../test/support/workspace.ts';
import { sendingEngine } from './engine/sending-engine.ts';
import { expireMessages } from './expire-messages.ts';
import { unpackHeard } from './message-history.ts';
import { applyStatuses, enqueueMessages, type MessageStatus } from './sending.ts';
import { limitStandings, takePlaces } from './sending-limits.store.ts';
import { noteReceived } from './sending-pace.store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let database: TestDatabase;
let services: Services;
let signals: Signals;
let simulator: Simulator;
let world: SendingWorld;
let stopping: AbortController;
let running: Promise<void>[];

beforeAll(async () => {
  database = await createTestDatabase(12);
  services = testServices(database);
  signals = listen(database.url);
  simulator = await startSimulator({ preset: 'exact', smtpPort: false });
});
afterAll(async () => {
  await simulator.close();
  await signals.close();
  await database.drop();
});
beforeEach(async () => {
  await fetch(`${simulator.url}/_simulator/reset`, { method: 'POST', body: '{}' });
  world = await createSendingWorld(services, (await createWorkspace(services)).id, simulator.url);
  await world.control('/settings', { preset: 'exact' });
  stopping = new AbortController();
  running = [];
});
afterEach(async () => {
  await stop();
  shiftClock(0);
  await world.within(({ tx }) => tx.deleteFrom('send_queue').execute());
  await world.close();
});

function startEngine(): void {
  const engine = sendingEngine({
    watcher: noWatcher,
    providerOf: async () => world.provider,
    times: { leaseMs: 1_000, lookEveryMs: 50 },
  });
  running.push(engine.run(services, { signals, signal: stopping.signal }));
}

async function stop(): Promise<void> {
  stopping.abort();
  await Promise.all(running);
  stopping = new AbortController();
  running = [];
}

/** Moves our clock and the simulator's. */
async function moveClocks(ms: number): Promise<void> {
  shiftClock(ms);
  await world.control('/clock', { now: new Date(Date.now() + ms).toISOString() });
}

const phones = (count: number) => Array.from({ length: count }, (_, index) => `+39${3331000000 + index}`);
const enqueue = (contacts: readonly string[], overrides = {}) =>
  world.within((call) =>
    enqueueMessages(
      call,
      contacts.map((id) => world.message(id, overrides)),
    ),
  );
const queue = () => world.within(({ tx }) => tx.selectFrom('send_queue').selectAll().execute());
const accepted = async () => (await world.account()).accepted;
const setLimit = (messaging_limit: number | null) =>
  world.within(({ tx }) => tx.updateTable('whatsapp_accounts').set({ messaging_limit }).execute());

describe('the pair limit', () => {
  it('lets bulk to one customer wait for their turn while others go on, also over a restart', async () => {
    const [busy, ...others] = await world.people(phones(6));
    await enqueue([busy!, busy!, busy!, ...others]);
    const began = now().getTime();
    startEngine();
    await until(async () => (await accepted()) === 6);
    const left = await until(async () => {
      const rows = await queue();
      return rows.length === 2 && rows.every((row) => row.claimed_by === null) && rows;
    });
    const dues = left.map((row) => row.due_at.getTime()).sort((a, b) => a - b);
    expect(dues[0]! - began).toBeGreaterThan(5_500);
    expect(dues[1]! - dues[0]!).toBeGreaterThan(5_500);
    await stop();
    await moveClocks(Math.max(0, dues[0]! + 200 - now().getTime()));
    startEngine();
    await until(async () => (await accepted())! >= 7);
    await stop();
    // The third goes no earlier than its own turn, however late it is looked for.
    if ((await accepted()) === 8) expect(now().getTime()).toBeGreaterThan(dues[1]! - 500);
    else expect(await queue()).toHaveLength(1);
  });

  it('lends answers up to 44, without the provider ever saying no', async () => {
    const [chatty] = await world.people(phones(1));
    await enqueue(Array(50).fill(chatty), { priority: 0 });
    const began = performance.now();
    startEngine();
    await until(async () => (await accepted())! >= 44);
    const debts = await until(async () => {
      const rows = await world.within(({ tx }) => tx.selectFrom('pair_debts').selectAll().execute());
      return rows.length === 1 && rows;
    });
    expect(debts[0]!.free_at.getTime() - now().getTime()).toBeGreaterThan(4 * MINUTE);
    await stop();
    // Another process knows of the debt: what is new waits as well.
    await enqueue([chatty!], { priority: 0 });
    startEngine();
    await until(async () => (await queue()).every((row) => row.due_at > now()));
    const account = await world.account();
    expect(account.failed).toBe(0);
    // Every six seconds another may go.
    expect(account.accepted).toBeLessThanOrEqual(44 + (performance.now() - began) / 6_000);
  });
});

describe('the messaging limit', () => {
  it('lets bulk beyond it wait, answers in a window pass, and goes on when places are free', async () => {
    await world.control('/settings', { limits: { uniqueUsers: 21 } });
    await setLimit(20);
    const contacts = await world.people(phones(30));
    await enqueue(contacts);
    startEngine();
    await until(async () => (await queue()).length === 10 && (await accepted()) === 20);
    const [standing] = await world.within((call) => limitStandings(call));
    expect(standing).toMatchObject({ limit: 20, used: 20 });
    expect(standing!.fullUntil!.getTime() - now().getTime()).toBeGreaterThan(23 * HOUR);
    // However often somebody finds no place, it is told once.
    const told = await world.within(({ tx }) =>
      tx.selectFrom('events').select('payload').where('name', '=', 'sending.limit_reached').execute(),
    );
    expect(told).toMatchObject([{ payload: { limit: 20 } }]);
    const waiting = (await queue()).map((row) => row.contact_id);
    expect((await queue()).every((row) => row.due_at > now())).toBe(true);

    // Somebody who has no place writes (which the simulator is not told): the answer is free of our limit.
    const { contact_id } = (await queue())[0]!;
    await world.within(({ tx }) =>
      tx
        .updateTable('conversations')
        .set({ window_closes_at: new Date(now().getTime() + HOUR) })
        .where('contact_id', '=', contact_id)
        .execute(),
    );
    await enqueue([contact_id], { priority: 0 });
    await until(async () => (await queue()).length === 10 && (await accepted()) === 21);
    // And so is another message to somebody who has a place.
    await enqueue([contacts.find((id) => !waiting.includes(id))!], { priority: 0 });
    await until(async () => (await accepted()) === 22);
    expect(await world.account()).toMatchObject({ failed: 0 });

    await stop();
    await moveClocks(25 * HOUR);
    startEngine();
    await until(async () => (await accepted()) === 32);
    expect(await world.account()).toMatchObject({ failed: 0 });
  });

  it('gives the place back of a message that reached nobody', async () => {
    await setLimit(5);
    const [gone] = await world.people(['+393339131026']);
    await enqueue([gone!]);
    startEngine();
    await until(async () => (await world.states()).failed === 1);
    const used = async () => (await world.within((call) => limitStandings(call)))[0]!.used;
    await until(async () => (await used()) === 0);
  });

  it('is shared by the accounts of a business, with what was sent before it was known', async () => {
    await setLimit(25);
    const contacts = await world.people(phones(65));
    await enqueue(contacts.slice(60));
    startEngine();
    await until(async () => (await accepted()) === 5);
    await stop();
    const second = newId();
    await world.within(async ({ tx, workspaceId }) => {
      const account = await tx
        .updateTable('whatsapp_accounts')
        .set({ portfolio_id: '77' })
        .returningAll()
        .executeTakeFirstOrThrow();
      const other = { ...account, id: newId(), waba_id: `${account.waba_id}b` };
      await tx.insertInto('whatsapp_accounts').values(other).execute();
      const number = await tx.selectFrom('numbers').selectAll().executeTakeFirstOrThrow();
      const phone_number_id = `${number.phone_number_id}b`;
      await tx
        .insertInto('numbers')
        .values({ ...number, workspace_id: workspaceId, id: second, phone_number_id, account_id: other.id })
        .execute();
    });
    await enqueue(contacts.slice(0, 30));
    await enqueue(contacts.slice(30, 60), { numberId: second });
    startEngine();
    await until(async () => (await queue()).filter((row) => row.due_at > now()).length === 40);
    await until(async () => (await accepted()) === 25);
    expect(await world.account()).toMatchObject({ uniqueCustomers: 25 });
    expect(await world.within((call) => limitStandings(call))).toMatchObject([
      { portfolioId: '77', used: 25, accountNames: { length: 2 } },
    ]);
  });

  it('is shared by the workspaces of a business, and goes on as places of either become free', async () => {
    await setLimit(20);
    const portfolio_id = `7${newId().replaceAll(/\D/g, '')}`;
    await world.within(({ tx }) => tx.updateTable('whatsapp_accounts').set({ portfolio_id }).execute());
    const other = await createWorkspace(services);
    const wishes = (count: number) =>
      Array.from({ length: count }, () => ({ contactId: newId(), messageId: newId() }));
    const limit = { portfolio: portfolio_id, limit: 20 };
    const theirs = await other.run((call) => takePlaces(call, limit, wishes(12)));
    expect(theirs).toMatchObject({ granted: { size: 12 }, fullUntil: null });
    shiftClock(HOUR);
    const both = await Promise.all([
      world.within((call) => takePlaces(call, limit, wishes(7))),
      other.run((call) => takePlaces(call, limit, wishes(7))),
    ]);
    expect(both.map(({ granted }) => granted.size).toSorted((a, b) => a - b)).toEqual([1, 7]);
    expect(await world.within((call) => limitStandings(call))).toMatchObject([{ used: 20 }]);
    const { fullUntil } = await world.within((call) => takePlaces(call, limit, wishes(1)));
    // The places of the other workspace are the first to become free.
    expect(fullUntil!.getTime() - now().getTime()).toBeLessThan(23.2 * HOUR);
    shiftClock(24.2 * HOUR);
    expect((await world.within((call) => takePlaces(call, limit, wishes(15)))).granted.size).toBe(12);
  });
});

describe('sending hours', () => {
  it('let marketing of the API wait for the customer’s morning, and answers pass', async () => {
    const night = new Date(now());
    night.setUTCHours(2, 0, 0, 0);
    const ms = night.getTime() + 24 * HOUR - Date.now();
    await moveClocks(ms);
    await world.within(({ tx, workspaceId }) =>
      tx
        .insertInto('sending_settings')
        .values({
          workspace_id: workspaceId,
          hours: JSON.stringify({ days: Array(7).fill({ from: '09:00', to: '20:00' }) }),
          hours_for_api: true,
          updated_at: now(),
        })
        .execute(),
    );
    const [roman, tokyo, friend] = await world.people(['+393331000001', '+819012345678', '+393331000002']);
    await enqueue([roman!, tokyo!], { priority: 5, marketing: true });
    await enqueue([friend!], { priority: 0 });
    startEngine();
    // Two in the morning in London is eleven in Tokyo.
    await until(async () => (await queue()).length === 1 && (await accepted()) === 2);
    const [left] = await queue();
    expect(left!.contact_id).toBe(roman);
    const clock = left!.due_at.toLocaleString('sv-SE', { timeZone: 'Europe/Rome' });
    expect(clock.slice(11)).toBe('09:00:00');
  });
});

describe('what is heard of a message', () => {
  it('is kept, ends in words when its time is over, and a late delivery still counts', async () => {
    const [away] = await world.people(['+393339990001']);
    await enqueue([away!], { timeToLiveSeconds: 60 });
    startEngine();
    const read = () =>
      world.within(({ tx }) => tx.selectFrom('messages').selectAll().executeTakeFirstOrThrow());
    const sent = await until(async () => {
      const row = await read();
      return row.state === 'sent' && row;
    });
    shiftClock(10 * MINUTE);
    // A message that the engine holds at that moment is left for the next look.
    await until(async () => {
      await world.within((call) => expireMessages(call, noWatcher));
      return (await read()).state === 'failed';
    });
    expect(await read()).toMatchObject({ failure_kind: 'not_delivered_in_time' });
    const status = {
      kind: 'message_status',
      status: 'delivered',
      statusText: 'delivered',
      providerMessageId: sent.provider_id!,
      callbackId: sent.id,
      recipient: {},
      failures: [],
      occurredAt: now(),
    } as unknown as MessageStatus;
    for (const _twice of [1, 2]) await world.within((call) => applyStatuses(call, [status], noWatcher));
    const row = await read();
    expect(row).toMatchObject({ state: 'delivered', failure_kind: null });
    const heard = unpackHeard((row.history as unknown as string[]).map(Number));
    // The answer to the call is kept too, where it comes before the first status.
    const names = heard.map((one) => one.name).filter((name) => name !== 'accepted');
    expect(names).toEqual(['sent', 'expired', 'delivered']);
  });
});

describe('the throughput of a number', () => {
  it('leaves room for what it receives', async () => {
    await world.within(({ tx }) => tx.updateTable('numbers').set({ throughput_per_second: 100 }).execute());
    let noted = performance.now();
    const stream = setInterval(() => {
      // Fifty a second, also when the timer is late.
      const count = Math.floor((performance.now() - noted) / 20);
      noted += count * 20;
      void world.within((call) => noteReceived(call, new Map([[world.numberId, count]]))).catch(() => {});
    }, 200);
    const contacts = await world.people(phones(600));
    await enqueue(contacts);
    startEngine();
    await sleep(2_000);
    const measure = async () => {
      const [from, before] = [performance.now(), (await accepted())!];
      await sleep(3_000);
      return ((await accepted())! - before) / ((performance.now() - from) / 1_000);
    };
    const perSecond = await measure();
    clearInterval(stream);
    expect(perSecond).toBeLessThan(65);
    expect(perSecond).toBeGreaterThan(30);
  });
});
