// Every example payload that others published, signed, through the door and the reader into the product.
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace } from '../../../test/support/workspace.ts';

const FOLDER = join(import.meta.dirname, '../../../test/fixtures/whatsapp');
const files = ['meta-openapi', 'netflie'].flatMap((folder) =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name)),
);

let product: TestProduct;
let workspaceId: string;
let owner: Client;
let keys: { waba_id: string; app_secret: string; phone_numbers: { id: string }[] };

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct({ jobs: false });
  const world = await createWorkspace(product.services);
  workspaceId = world.id;
  owner = await world.client();
  await owner.numbers.connectSimulator({});
  keys = await product.control('GET', '/business');
});
afterAll(() => product?.close());

type Payload = {
  entry?: { id?: string; changes?: { value?: { metadata?: { phone_number_id?: string } } }[] }[];
};

/** The example as if it were about our account and number. */
function ours(file: string, index: number): string {
  const payload = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Payload;
  for (const entry of payload.entry ?? []) {
    entry.id = keys.waba_id;
    for (const change of entry.changes ?? [])
      if (change.value?.metadata) change.value.metadata.phone_number_id = keys.phone_numbers[0]!.id;
  }
  // The examples share their message ids; here each is a message of its own.
  return JSON.stringify(payload).replaceAll(/"id":"(wamid[^"]*)"/g, `"id":"$1.${index}"`);
}

async function deliver(body: string): Promise<number> {
  const signature = createHmac('sha256', keys.app_secret).update(body).digest('hex');
  const answer = await fetch(`${product.url}/webhooks/whatsapp`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
  });
  return answer.status;
}

async function settled() {
  return eventually(async () => {
    const { items } = await owner.webhooks.list({ show: 'all', limit: 200 });
    return items.length > 0 && items.every((item) => item.state !== 'pending') ? items : undefined;
  });
}

it('are all taken in, read without a failure, and twice is as good as once', async () => {
  expect(files.length).toBeGreaterThan(40);
  const bodies = files.map(ours).filter((body) => body.includes(keys.waba_id));
  for (const body of bodies) expect(await deliver(body)).toBe(200);
  const first = await settled();
  expect(first.filter((item) => item.state === 'failed' || item.attempts > 0)).toEqual([]);
  const before = await counts();
  for (const body of bodies.toReversed()) expect(await deliver(body)).toBe(200);
  await settled();
  expect(await counts()).toEqual(before);
  expect(before.messages).toBeGreaterThan(20);
});

/**
 * Messages are counted where they are stored: a conversation with nothing but the notice of a new number is in no list
 * until somebody writes there, and which examples are read together decides whether somebody has.
 */
async function counts() {
  const conversations = (await owner.conversations.list({ limit: 200 })).items;
  const { rows } = await product.services.db.inWorkspace(workspaceId, (tx) =>
    sql<{ messages: number }>`select count(*)::int as messages from messages`.execute(tx),
  );
  return {
    unread: conversations.reduce((sum, one) => sum + one.unreadCount, 0),
    messages: rows[0]!.messages,
  };
}
