// Filters of the inbox: any of the same kind, all kinds together; counts of its parts; what a row shows.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Conversation } from './conversations.contract.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
const chats: Conversation[] = [];

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
  for (const name of ['Anna', 'Bruno', 'Carla']) chats.push(await wrote(name));
});
afterAll(() => product?.close());

async function wrote(name: string): Promise<Conversation> {
  const number = `+39333115100${chats.length}`;
  await product.control('POST', `/customers/${number}/messages`, { text: `Sono ${name}`, name });
  return eventually(async () => (await owner.conversations.list({ search: number })).items[0]);
}

async function names(filter: Parameters<Client['conversations']['list']>[0]): Promise<string[]> {
  const { items } = await owner.conversations.list(filter);
  return items.map((one) => one.contact.name).sort();
}

it('takes any of the same kind, and all kinds together', async () => {
  const [anna, bruno, carla] = chats as [Conversation, Conversation, Conversation];
  const gold = await owner.tags.create({ name: 'Gold' });
  const silver = await owner.tags.create({ name: 'Silver' });
  const list = await owner.lists.create({ name: 'Newsletter' });
  const select = (chat: Conversation) => ({ ids: [chat.contact.id] });
  await owner.contacts.addTags({ selection: select(anna), tagIds: [gold.id] });
  await owner.contacts.addTags({ selection: select(bruno), tagIds: [silver.id] });
  await owner.contacts.addToLists({ selection: select(bruno), listIds: [list.id] });
  await owner.contacts.setConsent({ selection: select(carla), consent: 'subscribed', source: 'manual' });

  expect(await names({ tagIds: [gold.id] })).toEqual(['Anna']);
  expect(await names({ tagIds: [gold.id, silver.id] })).toEqual(['Anna', 'Bruno']);
  expect(await names({ tagIds: [gold.id, silver.id], listIds: [list.id] })).toEqual(['Bruno']);
  expect(await names({ consent: ['subscribed'] })).toEqual(['Carla']);
  expect(await names({ numberIds: [anna.numberId] })).toEqual(['Anna', 'Bruno', 'Carla']);
  expect(await names({ numberIds: [gold.id] })).toEqual([]);
  const shown = await owner.conversations.get({ id: anna.id });
  expect(shown.contact.tags).toEqual([{ id: gold.id, name: 'Gold' }]);
});

it('knows who looks after whom, and whom nobody does', async () => {
  const [anna, bruno] = chats as [Conversation, Conversation];
  const { items } = await owner.members.list({});
  const me = items[0]!.userId;
  await owner.conversations.assign({ id: anna.id, userIds: [me] });
  expect(await names({ assigneeIds: [me] })).toEqual(['Anna']);
  expect(await names({ assigneeIds: ['nobody'] })).toEqual(['Bruno', 'Carla']);
  expect(await names({ assigneeIds: [me, 'nobody'] })).toEqual(['Anna', 'Bruno', 'Carla']);
  await owner.conversations.markRead({ id: bruno.id });
  expect(await owner.conversations.counts({})).toEqual({ unread: 2, mine: 1, unassigned: 2, waiting: 3 });
  const operator = await workspace.client('chat_operator');
  expect(await operator.conversations.counts({})).toEqual({
    unread: 0,
    mine: 0,
    unassigned: 0,
    waiting: 0,
  });
});

it('tells open windows from those that close soon', async () => {
  const [anna, bruno, carla] = chats as [Conversation, Conversation, Conversation];
  const move = (chat: Conversation, hoursAgo: number) =>
    workspace.run((call) =>
      call.tx
        .updateTable('conversations')
        .set({
          last_message_at: new Date(call.now.getTime() - hoursAgo * 3_600_000),
          window_closes_at: new Date(call.now.getTime() + (24 - hoursAgo) * 3_600_000),
        })
        .where('id', '=', chat.id)
        .execute(),
    );
  await move(anna, 1);
  await move(bruno, 23);
  await move(carla, 25);
  expect(await names({ window: ['open'] })).toEqual(['Anna', 'Bruno']);
  expect(await names({ window: ['closing'] })).toEqual(['Bruno']);
  expect(await names({ window: ['closing', 'closed'] })).toEqual(['Bruno', 'Carla']);
});

it('shows how far our last message got', async () => {
  const [anna] = chats as [Conversation];
  await owner.conversations.send({ id: anna.id, text: 'Eccoci' });
  // Customers of the simulator read at once here.
  await eventually(async () => (await owner.conversations.get({ id: anna.id })).lastState === 'read');
});

it('changes many at once, those alone that the caller may see', async () => {
  const { ids, isAll } = await owner.conversations.matching({ show: 'all' });
  expect([ids.length, isAll]).toEqual([3, true]);
  const { items } = await owner.members.list({});
  const userIds = [items[0]!.userId];
  expect(await owner.conversations.assignMany({ ids, userIds })).toEqual({ count: 2 });
  expect(await owner.conversations.assignMany({ ids, userIds })).toEqual({ count: 0 });
  expect(await names({ assigneeIds: ['nobody'] })).toEqual([]);
  await owner.conversations.markManyUnread({ ids });
  expect(await names({ show: 'unread' })).toHaveLength(3);
  const operator = await workspace.client('chat_operator');
  expect(await operator.conversations.matching({ show: 'any' })).toEqual({ ids: [], isAll: true });
  expect(await operator.conversations.markManyRead({ ids })).toEqual({ count: 0 });
  expect(await owner.conversations.markManyRead({ ids })).toEqual({ count: 3 });
  expect(await names({ show: 'unread' })).toEqual([]);
});
