// Short links from the campaign to the tap: one code per person, people and machines apart, no way to lead elsewhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { linkCode } from './link-code.ts';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let contacts: string[];
let campaignId: string;
/** Address of the button's link in each person's message, and what stands in the text. */
let buttons: string[];
let texts: string[];

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  const number = await owner.numbers.connectSimulator({});
  const { start, reachable } = await owner.links.address({});
  expect([start, reachable]).toEqual([`${product.url}/l/`, false]);
  const template = await owner.templates.create({
    name: 'trackable',
    language: 'en',
    category: 'utility',
    content: {
      header: { kind: 'none' },
      body: {
        text: 'Hello {{1}}, your order is ready: {{2}} See you soon in the shop.',
        examples: { '1': 'Ana', '2': 'x' },
      },
      buttons: [{ kind: 'url', text: 'See it', url: `${start}{{1}}`, example: `${start}abc` }],
    },
  });
  await owner.templates.submit({ id: template.id });
  await eventually(async () => (await owner.templates.get({ id: template.id })).status === 'approved');
  contacts = [];
  for (const name of ['Ana', 'Bea & Co'])
    contacts.push(
      (await owner.contacts.create({ phone: `+3933300000${contacts.length}1`, firstName: name })).id,
    );
  const campaign = await owner.campaigns.create({
    name: 'Orders',
    numberId: number.id,
    templateId: template.id,
    audience: { listIds: [], contactIds: contacts },
    variables: {
      'body.1': { field: 'FIRST_NAME' },
      'body.2': { text: 'https://shop.example/orders.' },
      'button.0': { text: 'nowhere' },
    },
    links: { shorten: true, utm: { source: 'whatsapp', campaign: 'orders' } },
  } as never);
  campaignId = campaign.id;
  await expect(owner.campaigns.start({ id: campaignId })).rejects.toMatchObject({
    fields: [{ path: 'variables.button.0' }],
  });
  await owner.campaigns.update({
    id: campaignId,
    variables: {
      ...campaign.variables,
      'button.0': { text: 'https://shop.example/hello?name=%%FIRST_NAME%%' },
    },
  });
  await owner.campaigns.start({ id: campaignId });
  await eventually(async () => (await owner.campaigns.get({ id: campaignId })).state === 'completed');
  const sent = await workspace.run((call) =>
    call.tx
      .selectFrom('messages')
      .select(['contact_id', 'content'])
      .where('campaign_id', '=', campaignId)
      .execute(),
  );
  const shown = contacts.map(
    (id) =>
      (
        sent.find((message) => message.contact_id === id)!.content as {
          shown: { body: string; buttons: { target: string }[] };
        }
      ).shown,
  );
  buttons = shown.map((each) => each.buttons[0]!.target);
  texts = shown.map((each) => /http\S+(?=\. See)/.exec(each.body)![0]);
});
afterAll(() => product?.close());

const path = (address: string) => address.slice(product.url.length);
const tap = (
  address: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' = 'GET',
  from = '192.0.2.1',
) =>
  product.app.inject({
    method,
    url: path(address),
    headers: { 'user-agent': PHONE, ...headers },
    remoteAddress: from,
  });
const figures = async () => (await owner.campaigns.get({ id: campaignId })).figures;
const links = async () => (await owner.links.list({ campaignId })).items;

describe('short links of a campaign', () => {
  it('are written into each message with a code of its own', () => {
    for (const address of [...buttons, ...texts]) expect(address).toMatch(/\/l\/[0-9A-Za-z]{29}$/);
    expect(new Set([...buttons, ...texts]).size).toBe(4);
  });

  it('lead on with parameters and the person’s values, encoded', async () => {
    const answer = await tap(buttons[1]!);
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe(
      'https://shop.example/hello?name=Bea%20%26%20Co&utm_source=whatsapp&utm_campaign=orders',
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    const inText = await tap(texts[0]!);
    expect(inText.headers.location).toBe(
      'https://shop.example/orders?utm_source=whatsapp&utm_campaign=orders',
    );
  });

  it('count people once, taps each, and machines apart', async () => {
    await tap(buttons[1]!);
    for (const agent of ['WhatsApp/2.24.20.89 A', 'facebookexternalhit/1.1 (+http://www.facebook.com)', ''])
      expect((await tap(buttons[0]!, { 'user-agent': agent })).statusCode).toBe(302);
    expect((await tap(buttons[0]!, { 'sec-purpose': 'prefetch;prerender' })).statusCode).toBe(302);
    expect((await tap(buttons[0]!, {}, 'HEAD')).statusCode).toBe(302);
    const seen = await eventually(async () => {
      const [button] = (await links()).filter((link) => link.destination.includes('hello'));
      return button?.machines === 5 && button;
    });
    expect(seen).toMatchObject({ people: 1, taps: 2, machines: 5 });
    expect(await figures()).toMatchObject({ linkClicked: 2, clicked: 0 });
    const page = await owner.campaigns.recipients({ id: campaignId, filter: 'link_clicked' });
    expect(page.items.map((row) => row.contactId).sort()).toEqual([...contacts].sort());
  });

  it('keep nothing of who called but the kind of device', async () => {
    const rows = await workspace.run((call) => call.tx.selectFrom('link_taps').selectAll().execute());
    expect(rows.map((row) => row.device)).toEqual(['iphone', 'iphone']);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
  });

  it('lead on without values and without counting when the message is gone', async () => {
    const before = await figures();
    const [link] = await workspace.run((call) =>
      call.tx
        .selectFrom('links')
        .select(['number', 'destination'])
        .where('destination', 'like', '%hello%')
        .execute(),
    );
    const stray = linkCode({ number: Number(link!.number), messageId: newId() });
    const answer = await tap(`${product.url}/l/${stray}`);
    expect(answer.headers.location).toBe(
      'https://shop.example/hello?name=&utm_source=whatsapp&utm_campaign=orders',
    );
    await owner.contacts.delete({ id: contacts[0]! });
    expect((await tap(texts[0]!)).statusCode).toBe(302);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await figures()).toMatchObject({ linkClicked: before.linkClicked });
  });

  it('stop whoever tries codes, and nobody else', async () => {
    // What is allowed is counted by the minute of the clock.
    shiftClock(60_000 - (Date.now() % 60_000));
    for (let i = 0; i < 30; i++) {
      const code = linkCode({ number: i, messageId: newId() });
      expect((await tap(`${product.url}/l/${code}`, {}, 'GET', '203.0.113.9')).statusCode).toBe(404);
    }
    expect((await tap(`${product.url}/l/x`, {}, 'GET', '203.0.113.9')).statusCode).toBe(429);
    expect((await tap(buttons[1]!, {}, 'GET', '203.0.113.9')).statusCode).toBe(302);
    expect((await tap(`${product.url}/l/%2e%2e%2fevil.example`)).statusCode).toBe(404);
  });

  it('notes at most twenty calls of one code a minute', async () => {
    for (let i = 0; i < 40; i++) expect((await tap(buttons[1]!)).statusCode).toBe(302);
    const taps = await eventually(async () => {
      const left = await workspace.run((call) => call.tx.selectFrom('link_hits').selectAll().execute());
      return left.length === 0 && (await links()).find((link) => link.destination.includes('hello'))!.taps;
    });
    expect(taps).toBeLessThanOrEqual(40);
  });
});
