// A worker killed in the middle of a campaign, and two workers at once: each customer gets exactly one message, by the
// simulator's own account.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { eventually, startProduct, type TestProduct } from './support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from './support/workspace.ts';

const PEOPLE = 2_000;
let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let templateId: string;
let phoneNumberId: string;
let workers: ChildProcess[] = [];

beforeAll(async () => {
  // The door and the reader of webhooks are here; sending, feeding and jobs are in the processes to be killed.
  product = await startProduct({ engines: ['webhooks.reader'], jobs: false });
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
  phoneNumberId = await workspace.run(async (call) => {
    await call.tx.updateTable('numbers').set({ throughput_per_second: 400 }).execute();
    const row = await call.tx.selectFrom('numbers').select('phone_number_id').executeTakeFirstOrThrow();
    return row.phone_number_id;
  });
  const { id } = await owner.templates.create({
    name: 'autumn_news',
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'none' },
      body: { text: 'The autumn collection is in our shop: come and see it this week.' },
      buttons: [],
    },
  });
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
  templateId = id;
}, 400_000);
afterAll(() => product?.close());
afterEach(async () => {
  for (const worker of workers) await kill(worker);
  workers = [];
});

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/support/worker.child.ts', product.database.url, product.simulator.url],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  workers.push(child);
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function campaignTo(count: number, prefix: string): Promise<string> {
  const audience = await owner.lists.create({ name: `Everybody ${prefix}` });
  await workspace.run(async (call) => {
    const ids = Array.from({ length: count }, () => newId());
    const at = { created_at: call.now, updated_at: call.now };
    await call.tx
      .insertInto('contacts')
      .values(
        ids.map((id, index) => ({
          workspace_id: workspace.id,
          id,
          phone: `+39${prefix}${String(index).padStart(6, '0')}`,
          ...at,
        })),
      )
      .execute();
    await call.tx
      .insertInto('list_members')
      .values(
        ids.map((contact_id) => ({
          workspace_id: workspace.id,
          list_id: audience.id,
          contact_id,
          added_at: call.now,
        })),
      )
      .execute();
  });
  const { id } = await owner.campaigns.create({
    name: 'Autumn',
    templateId,
    audience: { listIds: [audience.id], contactIds: [], everyone: false, requireConsent: false },
  });
  await owner.campaigns.start({ id });
  return id;
}

const account = () =>
  product.control<Record<string, number>>('GET', `/account?phone_number_id=${phoneNumberId}`);
const figures = async (id: string) => (await owner.campaigns.get({ id })).figures;

describe('each customer gets exactly one message', () => {
  it('when the worker is killed again and again', async () => {
    let worker = await startWorker();
    const id = await campaignTo(PEOPLE, '3401');
    for (const share of [0.15, 0.4, 0.7]) {
      await eventually(async () => (await figures(id)).sent > PEOPLE * share, 120_000);
      await kill(worker);
      worker = await startWorker();
    }
    await eventually(async () => (await figures(id)).read === PEOPLE, 240_000);
    expect(await account()).toMatchObject({
      accepted: PEOPLE,
      read: PEOPLE,
      uniqueCustomers: PEOPLE,
      maxPerCustomer: 1,
    });
    await eventually(async () => (await owner.campaigns.get({ id })).state === 'completed', 60_000);
    expect(await figures(id)).toMatchObject({ audience: PEOPLE, read: PEOPLE, failed: 0, uncertain: 0 });
  }, 400_000);

  it('when two workers send at once and one of them dies', async () => {
    const before = (await account()).accepted!;
    const [first] = await Promise.all([startWorker(), startWorker()]);
    const id = await campaignTo(PEOPLE, '3402');
    await eventually(async () => (await figures(id)).sent > PEOPLE / 3, 120_000);
    await kill(first!);
    await eventually(async () => (await figures(id)).read === PEOPLE, 240_000);
    expect(await account()).toMatchObject({ accepted: before + PEOPLE, maxPerCustomer: 1 });
  }, 400_000);
});
