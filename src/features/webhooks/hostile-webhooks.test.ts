// Bodies that nobody well-meaning sends: huge, endless, about everybody, broken, compressed.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { setLogLevel } from '#kit/log.ts';
import { readBytes } from '#operations/body-bytes.ts';
import { startProduct, type TestProduct } from '../../../test/support/product.ts';
import { createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { readBatch } from './reader.ts';
import { claimBodies, insertBodies, listBodies } from './webhooks.store.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let accountId: string;
let wabaId: string;
let appSecret: string;

beforeAll(async () => {
  setLogLevel('silent');
  product = await startProduct({ engines: [], jobs: false });
  workspace = await createWorkspace(product.services);
  const owner = await workspace.client();
  wabaId = (await owner.numbers.connectSimulator({})).wabaId;
  appSecret = (await product.control<{ app_secret: string }>('GET', '/business')).app_secret;
  accountId = await workspace.run(
    async ({ tx }) => (await tx.selectFrom('whatsapp_accounts').select('id').executeTakeFirstOrThrow()).id,
  );
});
afterAll(() => product?.close());

async function post(body: string | Buffer, headers: Record<string, string> = {}) {
  const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
  const answer = await fetch(`${product.url}/webhooks/whatsapp`, {
    method: 'POST',
    body: body as never,
    headers: { 'x-hub-signature-256': signature, ...headers },
  });
  return { status: answer.status, body: await answer.json().catch(() => undefined) };
}

const stored = () => workspace.run((call) => listBodies(call, false, 1_000));

async function readAll(): Promise<void> {
  while ((await readBatch(product.services, workspace.id, [])) > 0);
}

describe('the door', () => {
  it('is not kept busy by a body about a hundred thousand accounts', async () => {
    const entry = Array.from({ length: 150_000 }, (_, i) => ({ id: i }));
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
    const before = process.cpuUsage();
    expect(await post(body)).toMatchObject({ status: 413, body: { code: 'too_large' } });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(3_000);
  });

  it.each([
    ['nested too deep', '['.repeat(1_000_000)],
    ['whose entries are no list', '{"entry":{"id":"1"}}'],
    ['whose entries are nothing', '{"entry":[null,1,"x",[],{}]}'],
    ['that is no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['that is empty', ''],
  ])('refuses a body %s', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('takes no compressed body for a plain one', async () => {
    const body = gzipSync(JSON.stringify({ entry: [{ id: wabaId, changes: [] }] }));
    expect((await post(body, { 'content-encoding': 'gzip' })).status).toBe(401);
  });

  it('says so when a body is far too large', async () => {
    expect(await post(Buffer.alloc(30_000_000, 120))).toMatchObject({
      status: 413,
      body: { code: 'too_large' },
    });
  });

  it('takes a body of 3 MB', async () => {
    const changes = [{ field: 'messages', value: { padding: 'x'.repeat(2_900_000) } }];
    expect((await post(JSON.stringify({ entry: [{ id: wabaId, changes }] }))).status).toBe(200);
    await readAll();
    expect((await stored()).every((body) => body.state === 'done')).toBe(true);
  });
});

describe('a body that comes too slowly', () => {
  it('is given up, and the sender is told', async () => {
    const server = createServer((raw, response) => {
      readBytes({ raw }, 1_000, 200).then(
        () => response.end('read'),
        (error) => response.writeHead(error.status, { connection: 'close' }).end(error.code),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const slow = httpRequest({ port, method: 'POST', headers: { 'content-length': '100' } });
    slow.on('error', () => {});
    slow.write('{"a":');
    const [answer] = await once(slow, 'response');
    expect(answer.statusCode).toBe(408);
    slow.destroy();
    server.closeAllConnections();
    server.close();
  });
});

describe('the reader', () => {
  it('takes no more into memory at once than it can hold', async () => {
    const bodies = Array.from({ length: 8 }, () => ({
      workspaceId: workspace.id,
      accountId,
      id: newId(),
      receivedAt: new Date(),
      body: Buffer.alloc(3_000_000, 120),
    }));
    await insertBodies(product.services.db, bodies);
    const sizes = await workspace.run(async (call) => [
      (await claimBodies(call, 500, 7_000_000)).length,
      (await claimBodies(call, 500, 1_000)).length,
      (await claimBodies(call, 3, 100_000_000)).length,
    ]);
    expect(sizes).toEqual([2, 1, 3]);
    await workspace.run(({ tx }) => tx.deleteFrom('webhook_bodies').execute());
  });

  it('goes on behind signed bodies that make no sense', async () => {
    const senseless = [
      '{"field":"messages","value":null}',
      '{"field":"messages","value":{"messages":[{"id":"wamid.x","from":"1","timestamp":"x","type":"text"}]}}',
      '{"field":"messages","value":{"messages":{"0":1},"statuses":"none","contacts":[null]}}',
      `{"field":"messages","value":{"metadata":{"phone_number_id":"${'9'.repeat(400)}"},"statuses":[{"id":1}]}}`,
      '{"field":"message_template_status_update","value":{"message_template_id":{},"event":7}}',
      '{"field":"\\u0000","value":{"\\u0000":"\\u0000"}}',
    ];
    for (const change of senseless)
      expect((await post(`{"entry":[{"id":"${wabaId}","changes":[${change}]}]}`)).status).toBe(200);
    const { providerEventHandlers } = await import('#app/provider-events.ts');
    while ((await readBatch(product.services, workspace.id, providerEventHandlers)) > 0);
    expect((await stored()).map((body) => [body.state, body.failure])).toEqual(
      senseless.map(() => ['done', null]),
    );
  });
});
