// The webhook door over HTTP, and what the reader makes of the bodies, batch by batch.

import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now, shiftClock } from '#kit/clock.ts';
import { setLogLevel } from '#kit/log.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { pruneWebhooksJob } from './jobs/prune-webhooks.job.ts';
import { type ProviderEventHandler, readBatch } from './webhooks.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let wabaId: string;
let appSecret: string;

beforeAll(async () => {
  setLogLevel('silent');
  // Without engines: the test reads when it wants to.
  product = await startProduct({ engines: [], jobs: false });
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  wabaId = (await owner.numbers.connectSimulator({})).wabaId;
  appSecret = (await product.control<{ app_secret: string }>('GET', '/business')).app_secret;
});
afterAll(() => product?.close());

const address = () => `${product.url}/webhooks/whatsapp`;
const sign = (body: string, secret = appSecret) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

function post(body: string, signature: string | undefined = sign(body)) {
  return fetch(address(), {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(signature ? { 'x-hub-signature-256': signature } : {}),
    },
  });
}

function security(event: string, waba = wabaId): string {
  const value = { display_phone_number: '390655501001', event };
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: waba, time: 1_750_000_000, changes: [{ field: 'security', value }] }],
  });
}

const stored = async () => (await owner.webhooks.list({ show: 'all', limit: 200 })).items;

/** Reads everything with a handler that notes what it is given; answers the events. */
async function read(handler?: ProviderEventHandler['apply']): Promise<ProviderEvent[]> {
  const seen: ProviderEvent[] = [];
  const handlers: ProviderEventHandler[] = [
    { kinds: ['security'], apply: async (_call, events) => void seen.push(...events) },
  ];
  if (handler) handlers.unshift({ kinds: ['security'], apply: handler });
  while ((await readBatch(product.services, workspace.id, handlers)) > 0);
  return seen;
}

describe('the handshake', () => {
  it('gives the challenge back for the right token only', async () => {
    const { url, verifyToken } = await owner.numbers.webhookAddress({});
    expect(url).toBe(address());
    const ask = (token: string) =>
      fetch(`${address()}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
    const right = await ask(verifyToken);
    expect([right.status, await right.text()]).toEqual([200, '1158201444']);
    expect((await ask('wrong')).status).toBe(403);
  });
});

describe('the door', () => {
  it('stores a signed body as it came, before answering', async () => {
    const body = `${security('PIN_CHANGED').slice(0, -1)},"note":"caf\\u00e9 \\/ 12345678901234567"}`;
    expect((await post(body)).status).toBe(200);
    const [latest] = await stored();
    expect(latest).toMatchObject({ state: 'pending', size: Buffer.byteLength(body) });
    expect((await owner.webhooks.get({ id: latest!.id })).body).toBe(body);
    await read();
  });

  it.each([
    ['a wrong signature', () => post(security('A'), sign(security('A'), 'f'.repeat(32)))],
    ['a signature of another body', () => post(security('A'), sign(security('B')))],
    ['no signature', () => post(security('A'), '')],
    ['an unknown account', () => post(security('A', '424242'), sign(security('A', '424242')))],
    ['no JSON', () => post('hello', sign('hello'))],
  ])('refuses %s with 401 and stores nothing', async (_what, attempt) => {
    const before = (await stored()).length;
    expect((await attempt()).status).toBe(401);
    expect((await stored()).length).toBe(before);
  });

  it('refuses what is larger than Meta sends', async () => {
    expect((await post('x'.repeat(4_100_000))).status).toBe(413);
  });

  it('gives each of several accounts its own entries', async () => {
    const other = await createWorkspace(product.services, 'Neighbour');
    const neighbour = await other.client();
    const keys = await product.control<Record<string, string> & { phone_numbers: { id: string }[] }>(
      'POST',
      '/business',
      {
        name: 'Same app',
        app_id: '1030000000000001',
        app_secret: appSecret,
        phones: [{ number: '+390655508001' }],
      },
    );
    const theirs = await neighbour.numbers.connect({
      token: keys.access_token!,
      wabaId: keys.waba_id!,
      phoneNumberId: keys.phone_numbers[0]!.id,
      appSecret: keys.app_secret!,
    });
    const [mine, alien] = [
      JSON.parse(security('PIN_CHANGED')),
      JSON.parse(security('PIN_CHANGED', theirs.wabaId)),
    ];
    const body = JSON.stringify({ object: mine.object, entry: [mine.entry[0], alien.entry[0]] });
    const before = (await neighbour.webhooks.list({ show: 'all' })).items.length;
    expect((await post(body)).status).toBe(200);
    const got = (await neighbour.webhooks.list({ show: 'all' })).items;
    expect(got.length).toBe(keys.app_secret === appSecret ? before + 1 : before);
    const [latest] = await stored();
    expect((await owner.webhooks.get({ id: latest!.id })).body).not.toContain(theirs.wabaId);
    await read();
  });

  it('takes a crowd at once and loses none', async () => {
    const before = (await stored()).length;
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, index) => post(security(`CROWD_${index}`))),
    );
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect((await stored()).length).toBe(Math.min(200, before + 150));
    const events = await read();
    expect(new Set(events.map((event) => event.kind === 'security' && event.event)).size).toBe(150);
  });
});

describe('the reader', () => {
  it('hands the same news over once, however often it is delivered in a batch', async () => {
    for (let times = 0; times < 3; times += 1) await post(security('TWICE'));
    expect(await read()).toHaveLength(1);
  });

  it('keeps a body whose reading fails, goes on with the others, and reads it again later', async () => {
    await post(security('BAD'));
    await post(security('GOOD'));
    const events = await read(async (_call, batch) => {
      if (batch.some((event) => event.kind === 'security' && event.event === 'bad'))
        throw new Error('Out of luck');
    });
    expect(events.map((event) => event.kind === 'security' && event.event)).toEqual(['good']);
    const [, bad] = await stored();
    expect(bad).toMatchObject({ state: 'pending', attempts: 1, failure: 'Out of luck' });
    expect(await read()).toEqual([]);
    await owner.webhooks.retry({ id: bad!.id });
    expect(await read()).toHaveLength(1);
    expect((await stored())[1]).toMatchObject({ state: 'done', attempts: 0, failure: null });
  });

  it('gives a body up after several attempts and shows it', async () => {
    await post(security('HOPELESS'));
    try {
      for (let attempt = 1; attempt <= 6; attempt += 1) {
        await read(async () => {
          throw new Error('Never');
        });
        shiftClock(attempt * 3_600_000);
      }
    } finally {
      shiftClock(0);
    }
    const { items } = await owner.webhooks.list({});
    expect(items[0]).toMatchObject({ state: 'failed', attempts: 6, failure: 'Never' });
  });

  it('keeps and shows what nobody understands', async () => {
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: wabaId, changes: [{ field: 'brand_new_field', value: { some: 'thing' } }] }],
    });
    await post(body);
    await read();
    const { items } = await owner.webhooks.list({});
    expect(items[0]).toMatchObject({ state: 'done', unknown: [expect.stringContaining('brand_new_field')] });
  });

  it('writes nothing of a batch that fails half way', async () => {
    await post(security('HALF'));
    await read(async (call) => {
      await call.tx.updateTable('workspaces').set({ name: 'Half' }).where('id', '=', workspace.id).execute();
      throw new Error('Half way');
    });
    const { name } = await product.services.db.kysely
      .selectFrom('workspaces')
      .select('name')
      .where('id', '=', workspace.id)
      .executeTakeFirstOrThrow();
    expect(name).not.toBe('Half');
    await owner.webhooks.retry({ id: (await stored())[0]!.id });
    expect(await read()).toHaveLength(1);
  });

  it('is one at a time for a workspace', async () => {
    await post(security('ONE'));
    let second: number | undefined;
    await read(async () => {
      second = await readBatch(product.services, workspace.id, []);
    });
    expect(second).toBe(0);
  });
});

it('loses nothing that it answered for when its process is killed', async () => {
  const child = spawn(
    process.execPath,
    ['scripts/run.js', 'test/support/webhook-door.child.ts', product.database.url],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const [port] = (await once(child, 'message')) as [number];
  const send = async (name: string) => {
    const body = security(name);
    const answer = await fetch(`http://127.0.0.1:${port}/webhooks/whatsapp`, {
      method: 'POST',
      body,
      headers: { 'x-hub-signature-256': sign(body) },
    }).catch(() => undefined);
    return answer?.status === 200 ? name.toLowerCase() : undefined;
  };
  const sending = Array.from({ length: 400 }, (_, index) => send(`KILLED_${index}`));
  await Promise.all(sending.slice(0, 100));
  child.kill('SIGKILL');
  const answered = (await Promise.all(sending)).filter((name) => name !== undefined);
  expect(answered.length).toBeGreaterThanOrEqual(100);
  const seen = (await read()).map((event) => (event.kind === 'security' ? event.event : ''));
  expect(answered.filter((name) => !seen.includes(name))).toEqual([]);
});

it('forgets old bodies, those that need attention last', async () => {
  const before = (await stored()).length;
  expect(before).toBeGreaterThan(3);
  try {
    shiftClock(31 * 86_400_000);
    await pruneWebhooksJob.run(product.services, {}, new AbortController().signal);
    const left = await stored();
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((item) => item.state === 'failed' || item.unknown.length > 0)).toBe(true);
    shiftClock(91 * 86_400_000);
    await pruneWebhooksJob.run(product.services, {}, new AbortController().signal);
    expect(await stored()).toEqual([]);
  } finally {
    shiftClock(0);
  }
  expect(now().getTime()).toBeLessThan(Date.now() + 1000);
});
