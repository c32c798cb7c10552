// A conversation taken along as a zip: everything that was said, with its files, to who may see it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ExportedContact } from '#features/portability/exported-contact.contract.ts';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../../test/support/product.ts';
import { addMember, type Browser } from '../../../../test/support/server.ts';
import { unzip } from '../../../../test/support/unzip.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../../test/support/workspace.ts';
import { ExportedChat } from './exported-chat.contract.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let browser: Browser;
let chatId: string;
let contactId: string;
const customer = '+393337780071';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  browser = await addMember(product, workspace.id, 'administrator');
  await owner.numbers.connectSimulator({});
  const write = (body: object) =>
    product.control('POST', `/customers/${customer}/messages`, { ...body, name: 'Ludovica' });
  const png = { bytes_base64: PNG.toString('base64'), mime_type: 'image/png' };
  await write({ text: 'Buongiorno' });
  const chat = await eventually(async () => (await owner.conversations.list({ search: customer })).items[0]);
  [chatId, contactId] = [chat.id, chat.contact.id];
  for (const caption of ['Una', 'Uguale']) await write({ image: { ...png, caption } });
  await write({
    document: {
      bytes_base64: Buffer.from('ciao').toString('base64'),
      mime_type: 'text/plain',
      filename: '../menù: estate.txt',
    },
  });
  await eventually(async () => {
    const { items } = await owner.conversations.messages({ id: chatId });
    return items.filter((one) => one.media?.state === 'ready').length === 3;
  });
  const sent = await owner.conversations.send({ id: chatId, text: 'Ecco il menù' });
  await owner.conversations.addNote({ id: chatId, text: 'Ama il blu' });
  await owner.tickets.create({ title: 'Reso', contactId });
  await owner.pipelines.create({ name: 'Vendite', stages: [{ name: 'Primo', probability: 10 }] });
  const deal = await owner.deals.create({ contactIds: [contactId], title: 'Tende', amount: 900 });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await owner.dealActivities.create({ key: deal.id, title: 'Mandare i campioni', dueAt: tomorrow });
  await owner.conversations.saveDraft({ id: chatId, side: 'reply', text: 'Gentile' });
  await owner.conversations.saveDraft({ id: chatId, side: 'note', text: 'Insistere' });
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  await owner.conversations.schedule({ id: chatId, sendAt: inAnHour, text: 'Le confermo' });
  await eventually(async () => {
    const { items } = await owner.conversations.messages({ id: chatId });
    return ['delivered', 'read'].includes(items.find((one) => one.id === sent.id)?.state ?? '');
  });
});
afterAll(() => product?.close());

async function taken(path: string, as: Browser = browser): Promise<Map<string, Buffer>> {
  const cookie = [...as.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${product.url}/api/v1/${path}`, {
    headers: { cookie, 'x-workspace': workspace.id },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return unzip(Buffer.from(await answer.arrayBuffer()));
}

const json = (files: Map<string, Buffer>, path: string) => JSON.parse(files.get(path)!.toString());

it('holds all messages and each file once, under a name that any system takes', async () => {
  const files = await taken(`conversations/${chatId}/export.zip`);
  const paths = [...files.keys()];
  expect(paths).toHaveLength(3);
  expect(paths[0]).toMatch(/^media\/0001-.*\.png$/);
  expect(paths.slice(1)).toEqual(['media/0002-menù_ estate.txt', 'messages.json']);
  expect(files.get(paths[0]!)).toEqual(PNG);
  const chat = ExportedChat.parse(json(files, 'messages.json'));
  expect(chat.conversation.contact).toMatchObject({ id: contactId, phone: customer });
  const messages = chat.items.flatMap((item) => (item.type === 'message' ? item : []));
  expect(messages).toHaveLength(chat.items.length);
  expect(messages.map((one) => [one.direction, one.kind, one.media?.path ?? null])).toEqual([
    ['in', 'text', null],
    ['in', 'image', paths[0]],
    ['in', 'image', paths[0]],
    ['in', 'document', paths[1]],
    ['out', 'text', null],
  ]);
  const heard = messages[4]!.heard.map(({ name }) => name);
  expect(heard).toEqual(expect.arrayContaining(['sent', 'delivered']));
  expect(messages[4]!.providerId).toMatch(/^wamid/);
});

it('holds the team’s notes only when they are asked for', async () => {
  const words = async (query: string) => {
    const files = await taken(`conversations/${chatId}/export.zip${query}`);
    return ExportedChat.parse(json(files, 'messages.json')).items.flatMap((item) =>
      item.type === 'note' ? item.text : [],
    );
  };
  expect(await words('?notes=false')).toEqual([]);
  expect(await words('?notes=true')).toEqual(['Ama il blu']);
  expect(await browser.send('GET', `/api/v1/conversations/${chatId}/export.zip?notes=maybe`)).toMatchObject({
    status: 400,
  });
  const { items } = await owner.audit.list({});
  expect(
    items.filter((entry) => entry.action === 'chat.exported').map((entry) => entry.details),
  ).toContainEqual({ format: 'zip', notes: true });
});

it('is everything of a contact for administrators alone', async () => {
  const files = await taken(`contacts/${contactId}/export.zip?notes=true`);
  const contact = ExportedContact.parse(json(files, 'contact.json'));
  expect(contact).toMatchObject({
    contact: { phone: customer, profileName: 'Ludovica' },
    tickets: [{ title: 'Reso', timeline: [{ kind: 'opened' }] }],
    deals: [
      {
        ...{
          title: 'Tende',
          pipeline: 'Vendite',
          stage: 'Primo',
          state: 'open',
          amount: 900,
          currency: 'EUR',
        },
        activities: [{ title: 'Mandare i campioni', doneAt: null }],
        timeline: [{ kind: 'created' }, { kind: 'activity_planned', activity: 'Mandare i campioni' }],
      },
    ],
    drafts: [
      { chatId, side: 'reply', text: 'Gentile' },
      { chatId, side: 'note', text: 'Insistere' },
    ],
    scheduled: [{ chatId, state: 'waiting', content: expect.anything() }],
    chats: [{ id: chatId }],
  });
  const { folder } = contact.chats[0]!;
  expect([...files.keys()].filter((path) => path.startsWith(folder))).toHaveLength(3);
  ExportedChat.parse(json(files, `${folder}messages.json`));
  const plain = json(await taken(`contacts/${contactId}/export.zip`), 'contact.json');
  expect(ExportedContact.parse(plain)).toMatchObject({
    deals: [{ title: 'Tende', activities: [], timeline: [{ kind: 'created' }] }],
    drafts: [{ text: 'Gentile' }],
  });
  const url = `/api/v1/contacts/${contactId}/export.zip`;
  const manager = await addMember(product, workspace.id, 'chat_manager');
  expect(await manager.send('GET', url)).toMatchObject({ status: 403 });
  const elsewhere = await addMember(product, (await createWorkspace(product.services)).id, 'owner');
  expect(await elsewhere.send('GET', url)).toMatchObject({ status: 404 });
  const { items } = await owner.audit.list({});
  expect(items.find((entry) => entry.action === 'contact.exported')).toMatchObject({ subjectId: contactId });
});

it('says which file is missing, and why', async () => {
  const id = await workspace.run(async ({ tx }) => {
    const { message_id } = await tx
      .selectFrom('message_media as m')
      .innerJoin('files as f', 'f.id', 'm.file_id')
      .select('m.message_id')
      .where('f.mime_type', '=', 'text/plain')
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('message_media')
      .set({ state: 'failed', failure: 'Too late', file_id: null })
      .where('message_id', '=', message_id)
      .execute();
    const { rows } = await sql<{
      bytes_id: string;
    }>`select bytes_id from files where mime_type = 'image/png'`.execute(tx);
    for (const { bytes_id } of rows) await product.services.files.remove(workspace.id, bytes_id);
    return message_id;
  });
  const files = await taken(`conversations/${chatId}/export.zip`);
  expect([...files.keys()]).toEqual(['messages.json']);
  const { items } = ExportedChat.parse(json(files, 'messages.json'));
  const media = items.flatMap((item) => (item.type === 'message' && item.media ? item : []));
  expect(media.find((one) => one.id === id)!.media).toMatchObject({ path: null, missing: 'Too late' });
  expect(media[0]!.media!.missing).toContain('no longer in the store');
});
