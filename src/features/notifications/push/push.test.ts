// Pushes against the simulator's push service, which opens them as a browser would.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { setLogLevel } from '#kit/log.ts';
import { type NotifiedWorkspace, notifiedWorkspace } from '../../../../test/support/notified.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { type ConnectedSimulator, connectSimulator } from '../../../../test/support/whatsapp-simulator.ts';
import { testServices } from '../../../../test/support/workspace.ts';

let database: TestDatabase;
let simulator: ConnectedSimulator;
let shop: NotifiedWorkspace;
let pia: Awaited<ReturnType<NotifiedWorkspace['person']>>;

beforeAll(async () => {
  setLogLevel('silent');
  database = await createTestDatabase();
  simulator = await connectSimulator();
  const host = new URL(simulator.url).host;
  const services = testServices(database, { simulator: { url: simulator.url, host } });
  shop = await notifiedWorkspace(database, services);
  pia = await shop.person('chat_manager');
  await shop.signIn(pia);
});
afterEach(() => shiftClock(0));
afterAll(async () => {
  await simulator?.close();
  await database?.drop();
});

type Subscription = { id: string; endpoint: string; keys: { p256dh: string; auth: string } };

async function browser(name: string) {
  const { pushKey } = await pia.client.notificationSettings.get();
  const subscription = await simulator.control<Subscription>('POST', 'push/browsers', {
    server_key: pushKey,
  });
  const { endpoint, keys } = subscription;
  const device = await pia.client.notificationSettings.addDevice({ name, endpoint, keys });
  return { ...subscription, deviceId: device.id };
}

type Shown = {
  browser: string;
  title: string;
  body: string;
  tag: string;
  path: string;
  unread: number;
  urgency: string;
};

async function shownBy(id: string): Promise<Shown[]> {
  const all = await simulator.control<{ browser: string; text: string; urgency: string }[]>('GET', 'push');
  return all
    .filter((push) => push.browser === id)
    .map(({ text, urgency }) => ({ ...JSON.parse(text), urgency }) as Shown);
}

/** Pushes to one person keep a distance. */
let minutes = 0;
async function pushLater() {
  minutes += 1;
  shiftClock(minutes * 60_000);
  await shop.push(pia);
}

it('shows what waits on every device, without what was written unless one allows it', async () => {
  const phone = await browser('Phone');
  const laptop = await browser('Laptop');
  const anna = await shop.conversation('Anna');
  await shop.write(anna, 'My card number is 1234', 2);
  await shop.gather();
  await pushLater();
  const [push] = await shownBy(phone.id);
  expect(push).toMatchObject({
    title: '2 new messages from Anna',
    body: '',
    path: `/inbox?open=${anna}`,
    unread: 1,
    urgency: 'normal',
  });
  expect(await shownBy(laptop.id)).toHaveLength(1);

  // Nothing new, nothing pushed; more of the same takes the place of the first.
  await pushLater();
  await pia.client.notificationSettings.update({ preview: true });
  await shop.write(anna, 'Hello?');
  await shop.gather();
  await pushLater();
  const [, second, ...more] = await shownBy(phone.id);
  expect(second).toMatchObject({ title: '3 new messages from Anna', body: 'Hello?', tag: push!.tag });
  expect(more).toEqual([]);
});

it('makes one number of many, and waits while one is here', async () => {
  const phone = await browser('Second phone');
  const chats = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => shop.conversation(name)));
  for (const chat of chats) await shop.write(chat, 'Hello', 2);
  await shop.gather();
  await pushLater();
  expect(await shownBy(phone.id)).toEqual([expect.objectContaining({ title: '10 new notifications' })]);

  shiftClock(++minutes * 60_000);
  await pia.client.notifications.attend({ tabId: newId(), turn: 1, focused: true, conversationId: null });
  await shop.write(chats[0]!, 'Hello');
  await shop.gather();
  await shop.push(pia);
  await pushLater();
  expect(await shownBy(phone.id)).toHaveLength(1);
});

it('forgets a browser that is gone, tries a busy service again, and refuses addresses inside', async () => {
  const phone = await browser('Third phone');
  const { client } = pia;
  expect(await client.notificationSettings.tryDevice({ id: phone.deviceId })).toEqual({ outcome: 'sent' });
  expect((await shownBy(phone.id))[0]).toMatchObject({ title: 'Notifications work' });
  await simulator.control('POST', `push/browsers/${phone.id}`, { mood: 'busy' });
  expect(await client.notificationSettings.tryDevice({ id: phone.deviceId })).toEqual({ outcome: 'failed' });
  const anna = await shop.conversation('Bea');
  await shop.write(anna, 'Hello');
  await shop.gather();
  await expect(pushLater()).rejects.toThrow('away');
  await simulator.control('POST', `push/browsers/${phone.id}`, { mood: 'gone' });
  expect(await client.notificationSettings.tryDevice({ id: phone.deviceId })).toEqual({ outcome: 'gone' });
  const { items } = await client.notificationSettings.devices();
  expect(items.map(({ name }) => name)).toEqual(['Phone', 'Laptop', 'Second phone']);

  const keys = phone.keys;
  const add = (endpoint: string) => client.notificationSettings.addDevice({ name: 'x', endpoint, keys });
  await expect(add('http://10.0.0.1/push')).rejects.toMatchObject({ code: 'bad_input' });
  const inside = await add('https://127.0.0.1:1/push');
  expect(await client.notificationSettings.tryDevice({ id: inside.id })).toEqual({ outcome: 'gone' });
});

it('follows a browser to its new address, and lets nobody take another person’s away', async () => {
  const former = await browser('Fourth phone');
  const { pushKey } = await pia.client.notificationSettings.get();
  const moved = await simulator.control<Subscription>('POST', 'push/browsers', { server_key: pushKey });
  const other = await shop.person('owner');
  const renewed = { endpoint: moved.endpoint, keys: moved.keys, replaces: former.endpoint };
  expect(await other.client.notificationSettings.addDevice(renewed)).toMatchObject({ name: 'Browser' });
  const before = (await pia.client.notificationSettings.devices()).items;
  expect(before.map(({ id }) => id)).toContain(former.deviceId);
  const device = await pia.client.notificationSettings.addDevice(renewed);
  expect(device.name).toBe('Fourth phone');
  const { items } = await pia.client.notificationSettings.devices();
  expect(items).toHaveLength(before.length);
  expect(items.map(({ id }) => id)).not.toContain(former.deviceId);
  expect(await pia.client.notificationSettings.tryDevice({ id: device.id })).toEqual({ outcome: 'sent' });
});

it('keeps devices of one person from another, and moves a shared browser', async () => {
  const phone = await browser('Shared');
  const other = await shop.person('owner');
  await expect(other.client.notificationSettings.removeDevice({ id: phone.deviceId })).rejects.toMatchObject({
    code: 'not_found',
  });
  const { endpoint, keys } = phone;
  await other.client.notificationSettings.addDevice({ name: 'Shared', endpoint, keys });
  expect((await pia.client.notificationSettings.devices()).items.map(({ name }) => name)).not.toContain(
    'Shared',
  );
  expect((await other.client.notificationSettings.devices()).items).toHaveLength(1);
});
