// A workspace whose deals are told to the simulator's dataset: for tests of conversions, one clock for both.
import pg from 'pg';
import { dispatchBatch } from '#events/dispatcher.ts';
import { conversionsSubscriber } from '#features/conversions/conversions.subscriber.ts';
import { sendConversionsJob } from '#features/conversions/jobs/send-conversions.job.ts';
import { tendConversionsJob } from '#features/conversions/jobs/tend-conversions.job.ts';
import { noticesSubscriber } from '#features/notices/notices.subscriber.ts';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { runJobs } from './jobs.ts';
import { createTestDatabase } from './test-database.ts';
import { type Client, clientFor, createWorkspace, testServices } from './workspace.ts';

export type ConversionWorld = Awaited<ReturnType<typeof startConversionWorld>>;

type Caught = {
  event_id: string;
  event_name: string;
  event_time: number;
  user_data: { ph?: string[] };
  custom_data?: object;
};

/** Conversions are off at first; `settings` are those that switch them on. */
export async function startConversionWorld() {
  const [database, simulator] = await Promise.all([
    createTestDatabase(),
    startSimulator({ preset: 'exact', smtpPort: false }),
  ]);
  const services = testServices(database, {
    graph: { url: simulator.url, version: 'v26.0' },
    simulator: { url: simulator.url, host: new URL(simulator.url).host },
  });
  const workspace = await createWorkspace(services);
  const caller = await workspace.caller();
  const owner = clientFor(services, caller);
  const pipeline = await owner.pipelines.create({
    name: 'Sales',
    stages: [
      { name: 'Offer', probability: 40 },
      { name: 'Signed', probability: 100 },
    ],
  });
  const stages = Object.fromEntries(pipeline.stages.map(({ name, id }) => [name, id])) as Record<
    'Offer' | 'Signed' | 'Won' | 'Lost',
    string
  >;
  const [accountId, numberId] = [newId(), newId()];
  const { waba_id, access_token, phone_numbers } = simulator.world.defaultKeys;
  await workspace.run(async ({ tx, workspaceId: workspace_id }) => {
    const keys = { graph_url: simulator.url, graph_version: 'v26.0', created_at: now(), updated_at: now() };
    const sealed = (text: string, what: string) =>
      services.secrets.seal(text, `account:${accountId}:${what}`);
    const secrets = {
      token_sealed: sealed(access_token, 'token'),
      app_secret_sealed: sealed('secret', 'app_secret'),
    };
    await tx
      .insertInto('whatsapp_accounts')
      .values({ workspace_id, id: accountId, waba_id, ...secrets, ...keys })
      .execute();
    const { id, display_phone_number: phone } = phone_numbers[0]!;
    const number = { workspace_id, id: numberId, account_id: accountId, phone_number_id: id, phone };
    await tx
      .insertInto('numbers')
      .values({ ...number, created_at: now() })
      .execute();
  });
  const { datasetId } = await owner.conversions.findDataset({ accountId });
  const settings: Parameters<Client['conversions']['save']>[0] = {
    ...{ enabled: true, accountId, datasetId, testCode: 'TEST1', subscribedOnly: false },
  };

  let people = 0;
  const person = async (more: object = {}) =>
    (await owner.contacts.create({ phone: `+3933311${20_000 + ++people}`, firstName: 'Anna', ...more })).id;
  // Unlike the application it sees the queue, and what others wait for.
  const watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
  const isAnyJobDue = async () => {
    const due = 'select from graphile_worker._private_jobs where run_at <= now() limit 1';
    return (await watcher.query(due)).rowCount !== 0;
  };
  /** What the dispatcher and the worker would do. */
  const settleDown = async () => {
    for (;;) {
      while ((await dispatchBatch(services.db, [conversionsSubscriber, noticesSubscriber])).length > 0);
      if (!(await isAnyJobDue())) return;
      await runJobs(database, services);
    }
  };
  const running = new AbortController().signal;
  return {
    ...{ database, simulator, services, workspace, owner, ownerId: caller.userId!, stages, settings },
    ...{ accountId, numberId, person, settleDown, watcher },
    deal: async (more: object = {}) =>
      (await owner.deals.create({ contactIds: [await person()], stageId: stages.Offer, ...more })).id,
    /** Of each event of the deal kind, state and reason, once everything has run. */
    told: async (id: string) => {
      await settleDown();
      const { items } = await owner.conversions.ofDeal({ id });
      return items
        .map(({ kind, state, reason }) => [kind, state, ...(reason ? [reason] : [])].join(' '))
        .sort();
    },
    /** Events that arrived at the dataset. */
    caught: () => simulator.world.conversions.list().map(({ event }) => event as unknown as Caught),
    send: () => sendConversionsJob.run(services, { workspaceId: workspace.id }, running),
    tend: async () => {
      await tendConversionsJob.run(services, {}, running);
      await settleDown();
    },
    /** What the next call with events meets. */
    fault: (what: object) => simulator.world.faults.plan({ times: 1, path: '/events', ...what }),
    /** Product and simulator agree on the time. */
    later: (ms: number) => {
      shiftClock(ms);
      simulator.world.clock.set(now().getTime());
    },
    /** They wrote from an advertisement. */
    fromAd: (contactId: string, clickId: string) =>
      workspace.run(async ({ tx, workspaceId: workspace_id }) => {
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
      }),
    /** As after `settings` were saved and everything was told; before each test. */
    anew: async () => {
      shiftClock(0);
      simulator.world.clock.reset();
      simulator.world.faults.clear();
      await owner.conversions.save(settings);
      await settleDown();
      simulator.world.conversions.clear();
    },
    close: async () => {
      shiftClock(0);
      await watcher.end();
      await simulator.close();
      await database.drop();
    },
  };
}
