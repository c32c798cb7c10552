// What was exchanged besides words: files, links and orders of a conversation, for those who may see it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../../test/support/product.ts';
import { addMember } from '../../../../test/support/server.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../../test/support/workspace.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
const customer = '+393337780001';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
});
afterAll(() => product?.close());

const write = (body: object) => product.control('POST', `/customers/${customer}/messages`, body);

it('are listed by kind, latest first, page by page', async () => {
  await write({ text: 'Vedi https://example.com/menu.' });
  const { id } = await eventually(
    async () => (await owner.conversations.list({ search: customer })).items[0],
  );
  await write({ text: 'Nessun indirizzo' });
  for (const caption of ['Una', 'Due'])
    await write({ image: { bytes_base64: PNG.toString('base64'), mime_type: 'image/png', caption } });
  await write({
    document: {
      bytes_base64: Buffer.from('ciao').toString('base64'),
      mime_type: 'text/plain',
      filename: 'a.txt',
    },
  });
  const media = await eventually(async () => {
    const page = await owner.conversations.attachments({ id, of: 'media', limit: 1 });
    return page.nextCursor ? page : undefined;
  });
  expect(media.items).toMatchObject([{ kind: 'image', direction: 'in', mimeType: 'image/png' }]);
  const older = await owner.conversations.attachments({
    id,
    of: 'media',
    limit: 1,
    cursor: media.nextCursor!,
  });
  expect(older.items).toHaveLength(1);
  expect(older.nextCursor).toBeNull();
  const links = await owner.conversations.attachments({ id, of: 'links' });
  expect(links.items.map((item) => item.links)).toEqual([['https://example.com/menu']]);
  const documents = await eventually(async () => {
    const page = await owner.conversations.attachments({ id, of: 'documents' });
    return page.items.length > 0 ? page : undefined;
  });
  expect(documents.items).toMatchObject([{ name: 'a.txt', size: 4 }]);
  expect((await owner.conversations.attachments({ id, of: 'orders' })).items).toEqual([]);

  const operator = await workspace.client('chat_operator');
  await expect(operator.conversations.attachments({ id, of: 'media' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('is exported as CSV, all of it, to who may see it', async () => {
  const [chat] = (await owner.conversations.list({ search: customer })).items;
  await owner.conversations.send({ id: chat!.id, text: '=1+1, "ecco"' });
  const url = `/api/v1/conversations/${chat!.id}/export.csv?workspace=${workspace.id}`;
  const asked = async (role: 'owner' | 'chat_operator') => {
    const { cookies } = await addMember(product, workspace.id, role);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return product.app.inject({ url, headers: { cookie } });
  };
  const answer = await asked('owner');
  expect(answer.statusCode).toBe(200);
  const written = answer.body.trim().split('\r\n');
  expect(written).toHaveLength(7);
  expect(written[1]).toContain('Vedi https://example.com/menu.');
  expect(written[6]).toContain(`"'=1+1, ""ecco`);
  expect((await asked('chat_operator')).statusCode).toBe(404);
  expect((await product.app.inject({ url })).statusCode).toBe(401);
  const { items } = await owner.audit.list({});
  expect(items.map((entry) => entry.action)).toContain('chat.exported');
});
