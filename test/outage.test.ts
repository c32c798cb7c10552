// The database breaks off in the middle of everything: nothing ends for good, and nobody gets a message twice.
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { type CutLine, databaseBehindLine } from './support/cut-line.ts';
import { startAnyway } from './support/guardian.ts';
import { eventually, startProduct, type TestProduct } from './support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from './support/workspace.ts';

let line: CutLine;
let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let templateId: string;

beforeAll(async () => {
  setLogLevel('silent');
  line = await databaseBehindLine();
  product = await startProduct({ database: line });
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
  templateId = await approvedTemplate();
});
afterAll(() => stop());

let stopped: Promise<void> | undefined;
const stop = () => (stopped ??= product?.close());

async function approvedTemplate(): Promise<string> {
  const { id } = await owner.templates.create({
    name: 'autumn_news',
    language: 'en',
    category: 'utility',
    content: {
      header: { kind: 'none' },
      body: { text: 'Your order is ready in our shop, open until eight.', examples: {} },
      buttons: [],
    },
  });
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
  return id;
}

/** A list of `count` new people. */
async function listOf(count: number, from: number): Promise<string> {
  const { id } = await owner.lists.create({ name: `From ${from}`, origin: 'customers' });
  const contacts = Array.from({ length: count }, (_, i) => ({ phone: `+39${from + i}`, listIds: [id] }));
  for (let at = 0; at < count; at += 500)
    await owner.contacts.sync({ contacts: contacts.slice(at, at + 500) });
  return id;
}

async function startCampaign(count: number, from: number): Promise<string> {
  const listId = await listOf(count, from);
  const { id } = await owner.campaigns.create({
    name: `To ${count}`,
    templateId,
    audience: { listIds: [listId] },
  });
  await startAnyway(owner, id);
  return id;
}

/** Every connection breaks; new ones are taken at once. */
function breakAll(): void {
  line.cut();
  line.mend();
}

/** What a person's phone got, by phone; read from the simulator itself. */
async function received(prefix: string): Promise<Map<string, number>> {
  const { messages } = await product.control<{ messages: { customer: string }[] }>(
    'GET',
    '/messages?direction=business&limit=5000',
  );
  const counts = new Map<string, number>();
  for (const { customer } of messages)
    if (customer.startsWith(prefix)) counts.set(customer, (counts.get(customer) ?? 0) + 1);
  return counts;
}

describe('when the database breaks connections', () => {
  it('a transaction that rests ends with an error, and the process goes on', async () => {
    const resting = product.services.db.inWorkspace(workspace.id, async (tx) => {
      breakAll();
      await wait(200);
      await sql`select 1`.execute(tx);
    });
    await expect(resting).rejects.toThrow();
    expect((await owner.lists.list({})).items).toEqual([]);
  });

  it('a campaign goes on, and everybody gets exactly one message', async () => {
    const id = await startCampaign(600, 3_331_000_000);
    for (let times = 0; times < 6; times += 1) {
      await wait(700);
      breakAll();
    }
    await eventually(
      async () =>
        (await owner.campaigns.get({ id }).catch(() => undefined))?.state === 'completed' || undefined,
    );
    const counts = await received('393331');
    expect(counts.size).toBe(600);
    expect([...counts.values()].filter((count) => count !== 1)).toEqual([]);
  });
});

describe('when the database is away for a while', () => {
  it('everything goes on when it is back', async () => {
    const id = await startCampaign(400, 3_332_000_000);
    await wait(800);
    line.cut();
    await wait(6_000);
    const answer = await product
      .browser()
      .send('GET', '/api/v1/tags', undefined, { authorization: 'Bearer rnd_x' });
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([
      503,
      'unavailable',
      '5',
    ]);
    await wait(6_000);
    line.mend();
    await eventually(
      async () =>
        (await owner.campaigns.get({ id }).catch(() => undefined))?.state === 'completed' || undefined,
    );
    const counts = await received('393332');
    expect(counts.size).toBe(400);
    expect([...counts.values()].filter((count) => count !== 1)).toEqual([]);
    // Jobs run again, too.
    expect(await startCampaign(1, 3_333_000_000)).toBeTruthy();
    await eventually(async () => (await received('393333')).size === 1);
  });

  it('everything can be stopped meanwhile', async () => {
    await startCampaign(300, 3_334_000_000);
    await wait(500);
    line.cut();
    await wait(2_500);
    const began = performance.now();
    await stop();
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});
