// Searching what was said: found by words and beginnings, kept in step with the messages, for those alone who may see.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../../test/support/workspace.ts';
import { fillWordsJob } from './fill-words.job.ts';
import { keepWords } from './message-words.store.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
});
afterAll(() => product?.close());

const write = (number: string, text: string) =>
  product.control('POST', `/customers/${number}/messages`, { text, name: 'Giulia' });

const find = async (search: string, client = owner) =>
  (await client.conversations.searchMessages({ search })).items;

it('finds words without accents and case, and the beginning of the last', async () => {
  await write('+393331160001', 'Vorrei due caffè e una CROSTATA di albicocche');
  const [found] = await eventually(async () => {
    const items = await find('caffe crostata albic');
    return items.length === 1 && items;
  });
  expect(found).toMatchObject({ contactName: 'Giulia', direction: 'in' });
  expect(found!.snippet.filter((part) => part.isHit).map((part) => part.text)).toEqual([
    'caffè',
    'CROSTATA',
    'albicocche',
  ]);
  expect(await find('albic caffe')).toEqual([]);
  expect(await find("'; drop | & ! :*")).toEqual([]);
  const around = await owner.conversations.timeline({
    id: found!.conversationId,
    aroundId: found!.messageId,
  });
  expect(around.items.map((item) => item.id)).toContain(found!.messageId);
});

it('finds what we wrote by hand, latest first, page by page', async () => {
  const [first] = await find('crostata');
  for (const text of ['La crostata è pronta', 'La crostata è finita']) {
    await owner.conversations.send({ id: first!.conversationId, text });
    await eventually(async () => (await find(text)).length === 1);
  }
  const page = await owner.conversations.searchMessages({ search: 'crostata', limit: 2 });
  const words = page.items.map((item) => item.snippet.map((part) => part.text).join(''));
  expect(words).toEqual(['La crostata è finita', 'La crostata è pronta']);
  const rest = await owner.conversations.searchMessages({
    search: 'crostata',
    limit: 2,
    cursor: page.nextCursor!,
  });
  expect(rest.items.map((item) => item.messageId)).toEqual([first!.messageId]);
  expect(rest.nextCursor).toBeNull();
});

it('looks back over months and years', async () => {
  const [latest] = await find('finita');
  for (const [word, days] of [
    ['marzo', 70],
    ['antico', 900],
  ] as const) {
    await write('+393331160002', `Era ${word}`);
    const [found] = await eventually(async () => {
      const items = await find(word);
      return items.length === 1 && items;
    });
    await workspace.run(async (call) => {
      const at = new Date(call.now.getTime() - days * 86_400_000);
      const { tx } = call;
      await tx.updateTable('messages').set({ at }).where('id', '=', found!.messageId).execute();
      await tx.deleteFrom('message_words').where('message_id', '=', found!.messageId).execute();
      await keepWords(call, [found!.messageId]);
    });
    expect((await find(word)).map((item) => item.messageId)).toEqual([found!.messageId]);
  }
  expect(latest).toBeDefined();
});

it('shows a chat operator only what was said in theirs', async () => {
  const operator = await workspace.client('chat_operator');
  expect(await find('crostata', operator)).toEqual([]);
  const [found] = await find('crostata');
  const members = (await owner.members.list({})).items;
  const { userId } = members.find((member) => member.role === 'chat_operator')!;
  await owner.conversations.assign({ id: found!.conversationId, userIds: [userId] });
  expect(await find('crostata', operator)).toHaveLength(3);
  expect(await find('antico', operator)).toEqual([]);
});

it('forgets the words of a contact who is deleted, and of other workspaces it knows nothing', async () => {
  const other = await createWorkspace(product.services);
  expect(await find('crostata', await other.client())).toEqual([]);
  const [found] = await find('antico');
  const { contact } = await owner.conversations.get({ id: found!.conversationId });
  await owner.contacts.delete({ id: contact.id });
  await eventually(async () => {
    const left = await workspace.run((call) =>
      call.tx
        .selectFrom('message_words')
        .select('message_id')
        .where('message_id', '=', found!.messageId)
        .execute(),
    );
    return left.length === 0;
  });
});

it('learns the words of messages from before the search, once', async () => {
  const forget = () => workspace.run(({ tx }) => tx.deleteFrom('message_words').execute());
  const fill = () => fillWordsJob.run(product.services, {}, AbortSignal.timeout(60_000));
  const said = (await find('crostata')).length;
  expect(said).toBeGreaterThan(0);
  await forget();
  expect(await find('crostata')).toEqual([]);
  await fill();
  expect(await find('crostata')).toHaveLength(said);
  await forget();
  await fill();
  expect(await find('crostata')).toEqual([]);
});
