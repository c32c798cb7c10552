// Test sends, clock times of customers, and the calendar.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Campaign } from './campaigns.contract.ts';

const nextYear = new Date().getFullYear() + 1;
let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let templateId: string;
let contacts: string[];

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await workspace.run((call) =>
    call.tx.updateTable('workspaces').set({ time_zone: 'Europe/Rome', country: 'IT' }).execute(),
  );
  numberId = (await owner.numbers.connectSimulator({})).id;
  const made = await owner.templates.create({
    name: 'order_ready',
    language: 'en',
    category: 'utility',
    content: {
      header: { kind: 'none' },
      body: {
        text: 'Hello {{1}}, your order is ready: see {{2}} for the details.',
        examples: { '1': 'Ana', '2': 'x' },
      },
      buttons: [],
    },
  });
  templateId = made.id;
  await owner.templates.submit({ id: templateId });
  await eventually(async () => (await owner.templates.get({ id: templateId })).status === 'approved');
  await owner.fields.create({ code: 'TIME_ZONE', label: 'Time zone', type: 'text' } as never);
  contacts = [];
  // Rome, Tokyo, New York (the main zone of a country with several), and one whose field says Los Angeles.
  for (const [phone, zone] of [
    ['+393330000001'],
    ['+81312345678'],
    ['+12125550123'],
    ['+12125550124', 'America/Los_Angeles'],
  ]) {
    const fields = zone ? { fields: { TIME_ZONE: zone } } : {};
    contacts.push((await owner.contacts.create({ phone: phone!, firstName: 'Bo', ...fields })).id);
  }
});
afterEach(() => shiftClock(0));
afterAll(() => product?.close());

const draft = (more: object = {}): Promise<Campaign> =>
  owner.campaigns.create({
    name: 'Ready',
    numberId,
    templateId,
    variables: { 'body.1': { field: 'FIRST_NAME' }, 'body.2': { text: 'https://shop.example/x' } },
    audience: { contactIds: contacts },
    links: { shorten: true, utm: null },
    ...more,
  } as never);

describe('a test send', () => {
  it('goes out with examples for what lacks, at once, and in no figure', async () => {
    const { id } = await draft({ audience: { contactIds: [] } });
    expect(await owner.campaigns.testPhone({})).toEqual({ phone: null });
    await expect(owner.campaigns.testSend({ id, phone: '12' })).rejects.toMatchObject({
      fields: [{ path: 'phone' }],
    });
    const { phone, messageIds } = await owner.campaigns.testSend({ id, phone: '333 1234567' });
    expect(phone).toBe('+393331234567');
    const message = await eventually(async () => {
      const row = await workspace.run((call) =>
        call.tx.selectFrom('messages').selectAll().where('id', '=', messageIds[0]!).executeTakeFirstOrThrow(),
      );
      return row.state === 'read' && row;
    });
    expect(message).toMatchObject({ test: true, campaign_id: null });
    const { body } = (message.content as unknown as { shown: { body: string } }).shown;
    expect(body).toContain('Hello Ana');
    const address = /http\S+/.exec(body)![0];
    const agent =
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36';
    const tap = await product.app.inject({
      url: address.slice(product.url.length),
      headers: { 'user-agent': agent },
    });
    expect(tap.headers.location).toBe('https://shop.example/x');
    const hits = () => workspace.run((call) => call.tx.selectFrom('link_hits').selectAll().execute());
    await eventually(async () => (await hits()).length === 0);
    expect((await owner.links.list({ campaignId: id })).items[0]).toMatchObject({ taps: 0, people: 0 });
    const tallies = await workspace.run((call) =>
      call.tx
        .selectFrom('message_tallies')
        .select((eb) => eb.fn.sum<number>('sent').as('sent'))
        .executeTakeFirst(),
    );
    expect(Number(tallies?.sent ?? 0)).toBe(0);
    expect((await owner.campaigns.get({ id })).figures).toMatchObject({ audience: 0, sent: 0 });
    expect(await owner.campaigns.testPhone({})).toEqual({ phone: '+393331234567' });
    expect((await owner.campaigns.testSend({ id })).phone).toBe('+393331234567');
  });

  it('is not sent to whoever unsubscribed', async () => {
    const { id } = await draft();
    const left = await owner.contacts.create({ phone: '+393339999999', consent: 'unsubscribed' } as never);
    await expect(owner.campaigns.testSend({ id, phone: left.phone! })).rejects.toMatchObject({
      code: 'contact_unsubscribed',
    });
  });
});

describe('each customer’s own time', () => {
  it('makes people due when their clocks show it, and the campaign waits in between', async () => {
    const { id } = await draft();
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const at = `${day}T09:00:00`;
    const scheduled = await owner.campaigns.schedule({ id, at, eachCustomersZone: true });
    expect(scheduled).toMatchObject({ state: 'scheduled', localTime: `${day}T09:00` });
    const midnight = Date.parse(`${day}T00:00:00Z`);
    expect(Date.parse(scheduled.scheduledAt!)).toBe(midnight - 5 * 3_600_000);
    await workspace.run((call) =>
      call.tx.updateTable('campaigns').set({ state: 'preparing' }).where('id', '=', id).execute(),
    );
    const { prepareCampaignJob } = await import('./jobs/prepare-campaign.job.ts');
    const payload = { workspaceId: workspace.id, campaignId: id };
    await prepareCampaignJob.run(product.services, payload, new AbortController().signal);
    const rows = await workspace.run((call) =>
      call.tx
        .selectFrom('campaign_recipients')
        .select(['contact_id', 'due_at'])
        .where('campaign_id', '=', id)
        .execute(),
    );
    const hours = contacts.map((contact) => {
      const due = rows.find((row) => row.contact_id === contact)!.due_at as unknown as Date;
      return (due.getTime() - midnight) / 3_600_000;
    });
    // Winter and summer differ by an hour, and begin on other days in Rome than in America.
    const [rome, tokyo, newYork, losAngeles] = hours;
    expect([7, 8]).toContain(rome);
    expect(tokyo).toBe(0);
    expect([
      [13, 16],
      [14, 17],
    ]).toContainEqual([newYork, losAngeles]);
    await new Promise((done) => setTimeout(done, 400));
    expect((await owner.campaigns.get({ id })).figures).toMatchObject({ waiting: 4, queued: 0 });
    // A minute after nine in Tokyo.
    shiftClock(midnight + 60_000 - Date.now());
    await eventually(async () => (await owner.campaigns.get({ id })).figures.waiting === 3);
    await owner.campaigns.cancel({ id });
  });

  it('asks for a clock time, and for no winner to wait for', async () => {
    const { id } = await draft();
    await expect(
      owner.campaigns.schedule({ id, at: `${nextYear}-01-01T09:00:00Z`, eachCustomersZone: true }),
    ).rejects.toMatchObject({ fields: [{ path: 'at' }] });
    const variables = { 'body.1': { text: 'a' }, 'body.2': { text: 'b' } };
    const others = [{ templateId, variables, share: 10 }];
    await owner.campaigns.update({ id, split: { share: 10, others, measure: 'read', waitMinutes: 60 } });
    await expect(
      owner.campaigns.schedule({ id, at: `${nextYear}-01-01T09:00:00`, eachCustomersZone: true }),
    ).rejects.toMatchObject({ code: 'split_local_time' });
  });
});

it('lists the campaigns of some days', async () => {
  const { id } = await draft({ name: 'In the calendar' });
  await owner.campaigns.schedule({ id, at: `${nextYear}-05-17T10:00:00` });
  const range = { from: `${nextYear}-05-01T00:00:00Z`, to: `${nextYear}-06-01T00:00:00Z` };
  const { items, more } = await owner.campaigns.calendar(range);
  expect(items.map((item) => [item.id, item.state, item.localTime])).toEqual([[id, 'scheduled', null]]);
  expect(more).toBe(false);
  const none = await owner.campaigns.calendar({ from: range.to, to: `${nextYear}-07-01T00:00:00Z` });
  expect(none.items).toEqual([]);
});
