// Conversions: what happens to deals is told to Meta's imitation over HTTP, once each, and its answers are kept.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dispatchBatch } from '#events/dispatcher.ts';
import { publish } from '#events/publish.ts';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { noticesSubscriber } from '../notices/notices.subscriber.ts';
import { conversionsSubscriber } from './conversions.subscriber.ts';
import { sendConversionsJob } from './jobs/send-conversions.job.ts';
import { tendConversionsJob } from './jobs/tend-conversions.job.ts';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let simulator: Simulator;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let owner: Client;
let ownerId: string;
let settings: Parameters<Client['conversions']['save']>[0];
let accountId: string;
let numberId: string;
let stages: Record<string, string>;
let people = 0;

beforeAll(async () => {
  [database, simulator] = await Promise.all([createTestDatabase(), startSimulator({ preset: 'exact' })]);
  services = testServices(database, {
    graph: { url: simulator.url, version: 'v26.0' },
    simulator: { url: simulator.url, host: new URL(simulator.url).host },
  });
  workspace = await createWorkspace(services);
  const caller = await workspace.caller();
  ownerId = caller.userId!;
  owner = clientFor(services, caller);
  const pipeline = await owner.pipelines.create({
    name: 'Sales',
    stages: [{ name: 'Offer', probability: 40 }],
  });
  stages = Object.fromEntries(pipeline.stages.map(({ name, id }) => [name, id]));
  await connect();
  const { datasetId } = await owner.conversions.findDataset({ accountId });
  settings = { enabled: true, accountId, datasetId, testCode: 'TEST1', subscribedOnly: false };
});
afterEach(async () => {
  shiftClock(0);
  simulator.world.clock.reset();
  simulator.world.faults.clear();
  simulator.world.conversions.clear();
});
afterAll(async () => {
  await simulator?.close();
  await database?.drop();
});

/** The simulator's business as a connected account. */
async function connect(): Promise<void> {
  [accountId, numberId] = [newId(), newId()];
  const { waba_id, access_token, phone_numbers } = simulator.world.defaultKeys;
  await workspace.run(async ({ tx, workspaceId: workspace_id }) => {
    const keys = { graph_url: simulator.url, graph_version: 'v26.0', created_at: now(), updated_at: now() };
    const sealed = (text: string, what: string) =>
      services.secrets.seal(text, `account:${accountId}:${what}`);
    const token_sealed = sealed(access_token, 'token');
    const app_secret_sealed = sealed('secret', 'app_secret');
    const account = { workspace_id, id: accountId, waba_id, token_sealed, app_secret_sealed, ...keys };
    await tx.insertInto('whatsapp_accounts').values(account).execute();
    const { id, display_phone_number: phone } = phone_numbers[0]!;
    const number = { workspace_id, id: numberId, account_id: accountId, phone_number_id: id, phone };
    await tx
      .insertInto('numbers')
      .values({ ...number, created_at: now() })
      .execute();
  });
}

const person = async (more: object = {}) =>
  (await owner.contacts.create({ phone: `+3933311${20_000 + ++people}`, firstName: 'Anna', ...more })).id;
const deal = async (more: object = {}) =>
  (await owner.deals.create({ contactIds: [await person()], stageId: stages.Offer!, ...more })).id;
/** What the dispatcher and the worker would do. */
async function settleDown(): Promise<void> {
  const subscribers = [conversionsSubscriber, noticesSubscriber];
  do await runJobs(database, services);
  while ((await dispatchBatch(services.db, subscribers)).length > 0);
}
const told = async (id: string) => {
  await settleDown();
  const { items } = await owner.conversions.ofDeal({ id });
  return items.map(({ kind, state, reason }) => [kind, state, ...(reason ? [reason] : [])].join(' ')).sort();
};
type Caught = {
  event_id: string;
  event_name: string;
  event_time: number;
  user_data: object;
  custom_data?: object;
};
const caught = () => simulator.world.conversions.list().map(({ event }) => event as unknown as Caught);
const send = () =>
  sendConversionsJob.run(services, { workspaceId: workspace.id }, new AbortController().signal);
const fault = (what: object) => simulator.world.faults.plan({ times: 1, path: '/events', ...what });

describe('the settings', () => {
  it('are off at first: nothing is noted', async () => {
    expect(await owner.conversions.get({})).toMatchObject({ enabled: false, subscribedOnly: true });
    expect(await told(await deal())).toEqual([]);
  });

  it('need an account of the workspace and a dataset; the token is not told and can be taken back', async () => {
    const saving = (changes: object) => owner.conversions.save({ ...settings, ...changes });
    await expect(saving({ accountId: null, datasetId: '' })).rejects.toMatchObject({
      fields: [{ path: 'accountId' }, { path: 'datasetId' }],
    });
    await expect(saving({ accountId: newId() })).rejects.toMatchObject({ fields: [{ path: 'accountId' }] });
    const kept = await saving({ token: 'EAA-wrong-token' });
    expect(kept).toMatchObject({ hasToken: true });
    expect(JSON.stringify(kept)).not.toContain('EAA');
    expect(await owner.conversions.check({})).toMatchObject({ received: false, trouble: 'token_invalid' });
    expect(await saving({ token: null })).toMatchObject({ hasToken: false });
  });

  it('are tried with one test event, which needs a test code', async () => {
    await owner.conversions.save({ ...settings, testCode: '' });
    await expect(owner.conversions.check({})).rejects.toMatchObject({
      code: 'conversions_test_code_missing',
    });
    await owner.conversions.save(settings);
    expect(await owner.conversions.check({})).toEqual({ received: true, trouble: null, detail: null });
    expect(simulator.world.conversions.list()).toMatchObject([{ test: 'TEST1' }]);
  });
});

describe('a deal', () => {
  beforeAll(() => owner.conversions.save(settings));

  it('is told from lead to purchase, each once, with its amount in whole units', async () => {
    const id = await deal({ amount: 125_050, currency: 'EUR', title: 'Kitchen' });
    await owner.deals.update({ key: id, title: 'Kitchen and bath' });
    await owner.deals.update({ key: id, title: 'Bath' });
    await owner.deals.move({ id, stageId: stages.Won! });
    expect(await told(id)).toEqual(['lead received', 'purchase received', 'view received']);
    expect(caught().map((event) => event.event_name)).toEqual(['LeadSubmitted', 'ViewContent', 'Purchase']);
    expect(caught().at(-1)!.custom_data).toEqual({ currency: 'EUR', value: 1250.5 });
    // Taken back and won again it is still one sale.
    await owner.deals.move({ id, stageId: stages.Offer! });
    await owner.deals.move({ id, stageId: stages.Won! });
    await settleDown();
    expect(caught()).toHaveLength(3);
    const day = new Date(now().getTime() + DAY_MS);
    shiftClock(DAY_MS);
    simulator.world.clock.set(day.getTime());
    await owner.deals.move({ id, stageId: stages.Lost! });
    await settleDown();
    expect(caught().map((event) => event.event_name)).toHaveLength(4);
    expect(caught().at(-1)!.event_name).toBe('ViewContent');
  });

  it('names who came by an advertisement by its click id', async () => {
    const contactId = await person();
    await fromAd(contactId, 'ARAclick-1_x');
    await deal({ contactIds: [contactId] });
    await settleDown();
    expect(caught()).toMatchObject([{ user_data: { ctwa_clid: 'ARAclick-1_x' } }]);
  });

  it('is told as a sale once its amount is known, and of nobody who does not want it', async () => {
    const id = await deal();
    await owner.deals.move({ id, stageId: stages.Won! });
    expect(await told(id)).toEqual(['lead received', 'purchase left_out amount_missing']);
    await owner.deals.update({ key: id, amount: 900, currency: 'JPY' });
    expect(await told(id)).toEqual(['lead received', 'purchase received']);
    expect(caught().at(-1)!.custom_data).toEqual({ currency: 'JPY', value: 900 });
    const leaving = await person({ consent: 'unsubscribed' });
    const other = await deal({ contactIds: [leaving] });
    expect(await told(other)).toEqual(['lead left_out unsubscribed']);
  });

  it('that was won before is no sale of now, nor is what a file brings', async () => {
    await owner.conversions.save({ ...settings, enabled: false });
    const before = await deal({ amount: 100, currency: 'EUR', stageId: stages.Won! });
    await settleDown();
    await owner.conversions.save(settings);
    await owner.deals.update({ key: before, title: 'Long ago' });
    expect(await told(before)).toEqual([]);
    const input = { title: 'From a file', stageId: stages.Won!, amount: 100, contactIds: [await person()] };
    const { createDeal } = await import('#features/deals/deals.ts');
    const { id } = await workspace.run((call) => {
      const byOwner = { ...call, userId: ownerId, fromFile: true as const };
      return createDeal(byOwner, input as Parameters<typeof createDeal>[1]);
    });
    expect(await told(id)).toEqual([]);
  });

  it('keeps its conversions when two contacts become one, once each', async () => {
    const [one, two] = [await person(), await person()];
    const id = await deal({ contactIds: [one, two] });
    expect(await told(id)).toEqual(['lead received', 'lead received']);
    const { mergeContacts } = await import('#features/contacts/contacts.ts');
    await import('#app/contact-mergers.ts');
    await workspace.run((call) => mergeContacts(call, one, two));
    const { items } = await owner.conversions.ofDeal({ id });
    expect(items).toMatchObject([{ contact: { id: one }, state: 'received' }]);
  });

  it('is told no more once conversions are off; what waited says so', async () => {
    fault({ code: 4 });
    const id = await deal();
    expect(await told(id)).toEqual(['lead waiting']);
    await owner.conversions.save({ ...settings, enabled: false });
    expect(await told(id)).toEqual(['lead left_out switched_off']);
    await owner.deals.update({ key: id, title: 'Quiet' });
    expect(await told(id)).toHaveLength(1);
    await owner.conversions.save(settings);
  });
});

describe('a call that fails', () => {
  it('because the account is gone says that, and goes out when a number is connected again', async () => {
    const gone = (at: Date | null) =>
      workspace.run(({ tx }) => tx.updateTable('numbers').set({ disconnected_at: at }).execute());
    await gone(now());
    const id = await deal();
    expect(await told(id)).toEqual(['lead waiting']);
    expect((await owner.conversions.get({})).trouble).toMatchObject({ kind: 'account_disconnected' });
    await gone(null);
    await workspace.run((call) => publish(call, 'number.connected', numberId, {}));
    expect(await told(id)).toEqual(['lead received']);
    expect((await owner.conversions.get({})).trouble).toBeNull();
  });

  it('holds at most a thousand events, and a bad one costs a few calls more', async () => {
    const id = await deal();
    await settleDown();
    simulator.world.conversions.clear();
    const bad = await person();
    await fromAd(bad, 'made-up');
    await workspace.run(async ({ tx, workspaceId }) => {
      const more = sql`select ${workspaceId}::uuid, gen_random_uuid(), '+3934780' || (10000 + n), now(), now()
        from generate_series(1, 1100) n`;
      await sql`insert into contacts (workspace_id, id, phone, created_at, updated_at) ${more}`.execute(tx);
      await sql`insert into conversion_events (workspace_id, id, deal_id, contact_id, kind, happened_at, state, due_at, created_at)
        select workspace_id, gen_random_uuid(), ${id}, id, 'lead', now(), 'waiting', now(), now() from contacts
        where phone like '+3934780%' or id = ${bad}`.execute(tx);
    });
    let calls = 0;
    const stop = simulator.world.feed.listen(({ kind }) => {
      if (kind === 'mail') calls += 1;
    });
    await send();
    stop();
    const sent = caught().map(({ event_id }) => event_id);
    expect(new Set(sent).size).toBe(1_100);
    expect(sent).toHaveLength(1_100);
    // Those that were taken: one of each halving, and what did not fit.
    expect(calls).toBeLessThan(15);
  });

  it('is not repeated when its answer was lost: Meta may have counted it', async () => {
    fault({ cut: true, afterEffect: true });
    const id = await deal();
    expect(await told(id)).toEqual(['lead uncertain']);
    await send();
    expect(caught()).toHaveLength(1);
    expect((await owner.conversions.get({})).counts.uncertain).toBeGreaterThan(0);
  });

  it('leaves what a dead worker had begun uncertain', async () => {
    fault({ code: 4 });
    const id = await deal();
    await settleDown();
    await workspace.run(({ tx }) =>
      tx
        .updateTable('conversion_events')
        .set({ state: 'sending', claim: newId(), claimed_at: now() })
        .where('deal_id', '=', id)
        .execute(),
    );
    await send();
    expect(await told(id)).toEqual(['lead sending']);
    shiftClock(6 * 60_000);
    await send();
    expect(await told(id)).toEqual(['lead uncertain']);
    expect(caught()).toEqual([]);
  });

  it('is repeated later when it certainly did not count, and given up after seven days', async () => {
    fault({ code: 4 });
    const [id, late] = [await deal(), await deal()];
    expect(await told(id)).toEqual(['lead waiting']);
    await send();
    expect(caught()).toEqual([]);
    await workspace.run(({ tx }) =>
      tx
        .updateTable('conversion_events')
        .set({ happened_at: new Date(now().getTime() - 7 * DAY_MS) })
        .where('deal_id', '=', late)
        .execute(),
    );
    shiftClock(10 * 60_000);
    simulator.world.clock.set(now().getTime());
    await send();
    expect(await told(id)).toEqual(['lead received']);
    expect(await told(late)).toEqual(['lead expired']);
    expect(caught()).toHaveLength(1);
  });

  it('because of one bad event sends the good ones once and says of the bad one why', async () => {
    const bad = await person();
    await fromAd(bad, 'made-up');
    const ids = [];
    for (const contactIds of [[await person()], [bad], [await person()], [await person()], [await person()]])
      ids.push(await deal({ contactIds }));
    expect(await told(ids[1]!)).toEqual(['lead refused click_refused']);
    for (const id of ids.toSpliced(1, 1)) expect(await told(id)).toEqual(['lead received']);
    expect(caught()).toHaveLength(4);
    const [refused] = (await owner.conversions.ofDeal({ id: ids[1]! })).items;
    expect(refused!.detail).toContain('ctwa_clid');
  });

  it('because of the token stops, says so, tells the owners, and goes on when it is mended', async () => {
    await owner.conversions.save({ ...settings, token: 'EAA-wrong' });
    const ids = [await deal(), await deal()];
    expect(await told(ids[0]!)).toEqual(['lead waiting']);
    expect((await owner.conversions.get({})).trouble).toMatchObject({ kind: 'token_invalid' });
    expect(services.sent.filter((mail) => mail.text.includes('token is not valid'))).toHaveLength(1);
    await tendConversionsJob.run(services, {}, new AbortController().signal);
    expect(caught()).toEqual([]);
    await owner.conversions.save({ ...settings, token: null });
    for (const id of ids) expect(await told(id)).toEqual(['lead received']);
    expect(caught()).toHaveLength(2);
    expect((await owner.conversions.get({})).trouble).toBeNull();
  });
});

async function fromAd(contactId: string, clickId: string): Promise<void> {
  await workspace.run(async ({ tx, workspaceId: workspace_id }) => {
    const at = { workspace_id, number_id: numberId, contact_id: contactId };
    const id = newId();
    await tx
      .insertInto('conversations')
      .values({ ...at, id, created_at: now() })
      .execute();
    const content = JSON.stringify({ type: 'text', text: 'Hi', referral: { clickId } });
    const message = { ...at, id: newId(), conversation_id: id, direction: 'in', kind: 'text', content };
    await tx
      .insertInto('messages')
      .values({ ...message, state: 'received', at: now() })
      .execute();
  });
}
