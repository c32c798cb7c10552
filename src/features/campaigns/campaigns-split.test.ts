// Tests of variants from split to winner: exact shares, figures of each, restarts, a choice by hand, links told apart.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Campaign } from './campaigns.contract.ts';
import { splitAudience } from './campaigns-split.store.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let templates: string[];
let next = 0;

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  numberId = (await owner.numbers.connectSimulator({})).id;
  await workspace.run((call) => call.tx.updateTable('numbers').set({ throughput_per_second: 500 }).execute());
  templates = await Promise.all(['variant_a', 'variant_b'].map(approved));
});
afterEach(() => shiftClock(0));
afterAll(() => product?.close());

async function approved(name: string): Promise<string> {
  const { id } = await owner.templates.create({
    name,
    language: 'en',
    category: 'utility',
    content: {
      header: { kind: 'none' },
      body: {
        text: `Your order of ${name.replaceAll('_', ' ')} is ready in the shop: {{1}} See you soon.`,
        examples: { '1': 'x' },
      },
      buttons: [],
    },
  });
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
  return id;
}

async function people(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await workspace.run((call) =>
    call.tx
      .insertInto('contacts')
      .values(
        ids.map((id) => {
          next += 1;
          const phone = `+39333${String(2_000_000 + next)}`;
          return { workspace_id: call.workspaceId, id, phone, created_at: call.now, updated_at: call.now };
        }),
      )
      .execute(),
  );
  return ids;
}

type Measure = NonNullable<Campaign['split']>['measure'];
const variables = (address: string) => ({ 'body.1': { text: address } });
async function start(contactIds: string[], share: number, measure: Measure = 'read'): Promise<Campaign> {
  const { id } = await owner.campaigns.create({
    name: 'Which is better',
    numberId,
    templateId: templates[0]!,
    variables: variables('https://shop.example/a'),
    audience: { contactIds },
    links: { shorten: true, utm: { source: 'whatsapp' } },
    split: {
      share,
      others: [{ templateId: templates[1]!, variables: variables('https://shop.example/b'), share }],
      measure,
      waitMinutes: 60,
    },
  } as never);
  return owner.campaigns.start({ id });
}
const inPhase = (id: string, phase: string) =>
  eventually(async () => {
    const report = await owner.campaigns.split({ id }).catch(() => null);
    return report?.phase === phase && report;
  });
const state = (id: string, wanted: string) =>
  eventually(async () => {
    const campaign = await owner.campaigns.get({ id });
    return campaign.state === wanted && campaign;
  });
const readBy = (id: string, positions: number[], count: number) =>
  eventually(async () => {
    const { variants } = await owner.campaigns.split({ id });
    return positions.reduce((sum, at) => sum + variants[at - 1]!.figures.read, 0) === count && variants;
  });
const sentOf = (campaignId: string) =>
  workspace.run((call) =>
    call.tx
      .selectFrom('messages')
      .select(['contact_id', 'content'])
      .where('campaign_id', '=', campaignId)
      .execute(),
  );
const nameIn = (message: { content: unknown }) => (message.content as { name: string }).name;

it('tries both on exact shares, waits, and sends the better one to the others', async () => {
  const contacts = await people(50);
  const { id } = await start(contacts, 20);
  const waiting = await inPhase(id, 'waiting');
  expect(waiting.variants.map((variant) => variant.figures.people)).toEqual([10, 10]);
  expect(new Date(waiting.decidesAt!).getTime()).toBeGreaterThan(Date.now() + 50 * 60_000);
  await readBy(id, [1, 2], 20);
  expect(await sentOf(id)).toHaveLength(20);
  // B did better: three of A were not read after all.
  await workspace.run((call) =>
    call.tx.updateTable('campaign_variants').set({ read_count: 7 }).where('position', '=', 1).execute(),
  );
  // Nothing goes out while it waits, and pausing in between changes nothing.
  await owner.campaigns.pause({ id });
  await state(id, 'paused');
  await owner.campaigns.resume({ id });
  expect((await owner.campaigns.split({ id })).phase).toBe('waiting');
  shiftClock(61 * 60_000);
  const ended = await state(id, 'completed');
  expect(ended.figures).toMatchObject({ audience: 50, waiting: 0, queued: 0, failed: 0 });
  expect(await owner.campaigns.split({ id })).toMatchObject({ phase: 'decided', winner: 2, decidedBy: null });
  const sent = await sentOf(id);
  expect(sent).toHaveLength(50);
  expect(new Set(sent.map((message) => message.contact_id)).size).toBe(50);
  expect(sent.filter((message) => nameIn(message) === 'variant_b')).toHaveLength(40);
  const links = (await owner.links.list({ campaignId: id })).items;
  expect(links.map(({ variant, destination }) => [variant, destination])).toEqual([
    [1, 'https://shop.example/a?utm_source=whatsapp&utm_content=A'],
    [2, 'https://shop.example/b?utm_source=whatsapp&utm_content=B'],
  ]);
});

it('gives everybody the same variant whenever it is asked', async () => {
  const { id } = await start(await people(31), 25);
  await inPhase(id, 'waiting');
  const look = () =>
    workspace.run((call) =>
      call.tx
        .selectFrom('campaign_recipients')
        .select(['contact_id', 'variant'])
        .where('campaign_id', '=', id)
        .orderBy('contact_id')
        .execute(),
    );
  const before = await look();
  expect([1, 2, null].map((variant) => before.filter((row) => row.variant === variant).length)).toEqual([
    8, 8, 15,
  ]);
  await workspace.run((call) =>
    call.tx
      .updateTable('campaign_recipients')
      .set({ state: 'waiting' })
      .where('campaign_id', '=', id)
      .execute(),
  );
  await workspace.run((call) =>
    splitAudience(
      call,
      id,
      [
        { templateId: templates[0]!, variables: {}, share: 25 },
        { templateId: templates[1]!, variables: {}, share: 25 },
      ],
      { warmestFirst: false },
    ),
  );
  expect(await look()).toEqual(before);
  await owner.campaigns.cancel({ id });
});

it('lets a person choose, before the test is over, and only once', async () => {
  const { id } = await start(await people(20), 10, 'by_hand');
  await inPhase(id, 'waiting');
  expect((await owner.campaigns.get({ id })).waitsFor).toMatchObject({ kind: 'winner', until: null });
  const { items } = await owner.campaigns.recipients({ id, filter: 'waiting', limit: 50 });
  expect(items.map(({ reason, waitsUntil }) => [reason, waitsUntil])).toEqual(
    Array.from({ length: 16 }, () => ['winner', null]),
  );
  shiftClock(10 * 86_400_000);
  await new Promise((done) => setTimeout(done, 400));
  expect(await owner.campaigns.split({ id })).toMatchObject({
    phase: 'waiting',
    decidesAt: null,
    winner: null,
  });
  await expect(owner.campaigns.chooseWinner({ id, position: 3 })).rejects.toMatchObject({
    code: 'bad_input',
  });
  expect(await owner.campaigns.chooseWinner({ id, position: 1 })).toMatchObject({
    phase: 'decided',
    winner: 1,
  });
  await expect(owner.campaigns.chooseWinner({ id, position: 2 })).rejects.toMatchObject({
    code: 'winner_known',
  });
  await state(id, 'completed');
  expect((await sentOf(id)).filter((message) => nameIn(message) === 'variant_a')).toHaveLength(18);
});

it('cancels those who were held back', async () => {
  const { id } = await start(await people(20), 10);
  await inPhase(id, 'waiting');
  await owner.campaigns.cancel({ id });
  const figures = await eventually(async () => {
    const campaign = await owner.campaigns.get({ id });
    return campaign.figures.waiting === 0 && campaign.figures;
  });
  expect(figures.cancelled).toBe(16);
});

it('splits everybody when the shares leave nobody over, and refuses more than all', async () => {
  const { id } = await start(await people(9), 50);
  const ended = await state(id, 'completed');
  expect(ended.figures.audience).toBe(9);
  const { variants, verdict } = await owner.campaigns.split({ id });
  expect(variants.map((variant) => variant.figures.people).sort()).toEqual([4, 5]);
  expect(verdict.certainty).toBe('too_few');
  await expect(start(await people(1), 51)).rejects.toMatchObject({ code: expect.any(String) });
});
