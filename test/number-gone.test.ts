// A number that is disconnected while messages wait: the campaign says so and stops, and nothing waits for ever.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { startAnyway } from './support/guardian.ts';
import { eventually, startProduct, type TestProduct } from './support/product.ts';
import { createWorkspace } from './support/workspace.ts';

let product: TestProduct;
beforeAll(async () => {
  setLogLevel('silent');
  product = await startProduct();
});
afterAll(() => product?.close());

it('stops its campaign and lets single messages fail in words', async () => {
  const workspace = await createWorkspace(product.services);
  const owner = await workspace.client();
  const number = await owner.numbers.connectSimulator({});
  const template = await owner.templates.create({
    name: 'winter_news',
    language: 'en',
    category: 'utility',
    content: {
      header: { kind: 'none' },
      body: { text: 'Your order is ready in our shop, open until eight.', examples: {} },
      buttons: [],
    },
  });
  await owner.templates.submit({ id: template.id });
  await eventually(async () => (await owner.templates.get({ id: template.id })).status === 'approved');
  await workspace.run(({ tx }) => tx.updateTable('numbers').set({ throughput_per_second: 20 }).execute());
  const contacts = Array.from({ length: 200 }, (_, i) => ({ phone: `+39${3_335_000_000 + i}` }));
  const { ids } = await owner.contacts.sync({ contacts });
  const { id } = await owner.campaigns.create({
    name: 'Cut off',
    templateId: template.id,
    audience: { contactIds: ids },
  });
  await startAnyway(owner, id);
  await eventually(async () => {
    const { figures } = await owner.campaigns.get({ id });
    return figures.accepted + figures.sent > 0;
  });
  const thread = await owner.conversations.open({ contactId: ids[199]! });
  await owner.numbers.disconnect({ id: number.id });
  const stopped = await eventually(async () => {
    const campaign = await owner.campaigns.get({ id });
    return campaign.state === 'paused' && campaign.figures.queued === 0 && campaign;
  });
  expect(stopped.pausedReason?.text).toContain('not connected');
  expect(stopped.figures.waiting).toBeGreaterThan(0);
  expect(stopped.figures.failed).toBe(0);
  await workspace.run(async (call) => {
    const { enqueueMessages } = await import('#features/sending/sending.ts');
    await enqueueMessages(call, [
      {
        numberId: number.id,
        contactId: ids[199]!,
        content: { type: 'text', text: 'Hello' },
        preview: 'Hello',
        priority: 0,
        author: { kind: 'system', name: 'test' },
      },
    ]);
  });
  const message = await eventually(async () => {
    const { items } = await owner.conversations.messages({ id: thread.id });
    return items.find((each) => each.state === 'failed');
  });
  expect(message.failure?.text).toContain('not connected');
  await eventually(async () => {
    const rows = await workspace.run(({ tx }) => tx.selectFrom('send_queue').selectAll().execute());
    return rows.every((row) => row.uncertain_since !== null);
  });
});
