// Files of messages through the doors, kept in an S3-compatible bucket: who may see them, what is taken, what is lost.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { s3FileStore } from '#kit/s3-file-store.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type S3Imitation, startS3 } from '../../../test/support/s3-imitation.ts';
import { addMember, type Browser } from '../../../test/support/server.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { LARGEST } from './media-kinds.ts';

let store: S3Imitation;
let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let browser: Browser;

beforeAll(async () => {
  setLogLevel('silent');
  store = await startS3();
  product = await startProduct();
  const { services } = product;
  const folder = temporaryFolder();
  services.files = s3FileStore(store.settings, { folder, older: services.files });
  workspace = await createWorkspace(services);
  owner = await workspace.client();
  browser = await addMember(product, workspace.id, 'owner');
  await owner.numbers.connectSimulator({});
});
afterAll(async () => {
  await product?.close();
  await store?.close();
});

const control = (path: string, body: object) => product.control('POST', path, body);

async function customerSends(number: string, body: object) {
  await control(`/customers/${number}/messages`, body);
  const { id } = await eventually(async () => (await owner.conversations.list({ search: number })).items[0]);
  const messages = async () => (await owner.conversations.messages({ id })).items;
  const settled = (state: 'ready' | 'failed') =>
    eventually(async () => (await messages()).find((one) => one.media?.state === state));
  return { id, messages, settled };
}

async function upload(conversationId: string, name: string, type: string, bytes: Buffer) {
  const answer = await product.app.inject({
    method: 'POST',
    url: `/api/v1/conversations/${conversationId}/files?name=${name}`,
    headers: {
      cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      'x-workspace': workspace.id,
      'x-rondine-csrf': '1',
      'content-type': type,
    },
    payload: bytes,
  });
  return { status: answer.statusCode, body: answer.json() };
}

it('shows a file only to those who may see the conversation, whole and in part', async () => {
  const { id, settled } = await customerSends('+393331190001', { video: {} });
  const message = await settled('ready');
  expect(store.objects.size).toBeGreaterThan(0);
  const operator = await addMember(product, workspace.id, 'chat_operator');
  const elsewhere = await addMember(product, (await createWorkspace(product.services)).id, 'owner');
  const address = `/api/v1/messages/${message.id}/media`;
  expect((await operator.send('GET', address)).status).toBe(404);
  expect((await elsewhere.send('GET', address)).status).toBe(404);
  await owner.conversations.assign({ id, userIds: [operator.userId] });
  const whole = await operator.send('GET', address);
  expect([whole.status, whole.headers['content-type']]).toEqual([200, 'video/mp4']);
  const part = await operator.send('GET', address, undefined, { range: 'bytes=4-7' });
  expect([part.status, part.body]).toEqual([206, String(whole.body).slice(4, 8)]);
});

it('downloads what a browser could run, whatever it was called', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const { settled } = await customerSends('+393331190002', {
    document: {
      bytes_base64: Buffer.from(svg).toString('base64'),
      mime_type: 'image/svg+xml',
      filename: 'a.png',
    },
  });
  const { id } = await settled('ready');
  const answer = await browser.send('GET', `/api/v1/messages/${id}/media`);
  expect(answer.headers).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment/),
    'content-type': 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
});

it('says which files WhatsApp does not take', async () => {
  const { id } = await customerSends('+393331190003', { text: 'Mandami tutto' });
  const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
  expect(await upload(id, 'tutto.zip', 'application/zip', zip)).toMatchObject({
    status: 422,
    body: { code: 'file_type_refused', message: expect.stringContaining('application/zip') },
  });
  expect(await upload(id, 'a.html', 'text/html', Buffer.from('<p>'))).toMatchObject({ status: 422 });
  const jpeg = Buffer.alloc(LARGEST.image + 100_000);
  jpeg.set([0xff, 0xd8, 0xff, 0xe0]);
  expect(await upload(id, 'foto.jpg', 'text/plain', jpeg)).toMatchObject({
    status: 413,
    body: { message: 'WhatsApp takes image files up to 5 MB, this one has 5.1 MB: make it smaller.' },
  });
  const before = store.objects.size;
  expect(await upload(id, 'prezzi.csv', 'text/csv', Buffer.from('a,b\n1,2\n'))).toMatchObject({
    status: 201,
  });
  expect(store.objects.size).toBe(before + 1);
});

it('fetches a file once what kept it away is mended, and says when it is too late', async () => {
  await control('/faults', { times: 1, path: '/', method: 'GET', code: 190, status: 401 });
  const { messages, settled } = await customerSends('+393331190004', { image: {} });
  const message = await settled('ready');
  await workspace.run(({ tx }) =>
    tx.updateTable('message_media').set({ state: 'failed' }).where('message_id', '=', message.id).execute(),
  );
  await control('/clock', { advance: '8d' });
  await owner.conversations.fetchMedia({ id: message.id });
  const gone = await eventually(async () =>
    (await messages()).find((one) => one.media?.state === 'failed' && one.media.failure),
  );
  expect(gone.media!.failure).toContain('7 days');
});
