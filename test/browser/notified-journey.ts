// Being told in a browser: after an interruption, while one is elsewhere, by a chime in one tab, by pushes to the device.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/product.ts';
import { seriousProblems } from './accessibility.ts';
import { attends, changed } from './server-answers.ts';

type Control = <T>(method: string, path: string, body?: object) => Promise<T>;
type Write = (text: string) => Promise<unknown>;

/** In the open conversation, into which the customer writes while there is no network. */
export async function catchUpWithoutReload(page: Page, write: Write): Promise<void> {
  const context = page.context();
  const origin = new URL(page.url()).origin;
  const session = await (await context.request.get(`${origin}/api/v1/session`)).json();
  const headers = { 'x-workspace': session.workspaces[0].id as string };
  await context.setOffline(true);
  await write('Scritto nel frattempo');
  await eventually(async () => {
    const list = await context.request.get(`${origin}/api/v1/conversations`, { headers });
    return (await list.text()).includes('Scritto nel frattempo');
  });
  await context.setOffline(false);
  await page.getByRole('log').getByText('Scritto nel frattempo').waitFor();
}

/** In the open conversation with Anna Verdi, who writes by `write`. */
export async function beTold(page: Page, write: Write): Promise<void> {
  // From here on the server knows that the conversation is no longer looked at.
  const elsewhere = attends(page, null);
  await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).first().click();
  await elsewhere;
  const bell = page.getByRole('button', { name: 'Notifications, 1 unread' });
  // A tab that was left and could not say goodbye counts as looking for three quarters of a minute.
  await eventually(async () => {
    await write('Un’ultima cosa');
    return bell.waitFor({ timeout: 20_000 }).then(
      () => true,
      () => false,
    );
  });
  await expect.poll(() => page.title()).toBe('(1) Contacts · Rondine');
  await expect.poll(() => page.getAttribute('link[rel="icon"]', 'href')).toBe('/favicon-dot.svg');
  await bell.click();
  const told = page
    .getByRole('dialog')
    .getByRole('button', { name: /^(New message|\d+ new messages) from Anna Verdi.*Unread$/ });
  await told.getByText('Un’ultima cosa').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  const looked = attends(page, 'one');
  await told.click();
  await page.getByRole('log').getByText('Un’ultima cosa').last().waitFor();
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  await looked;
  await write('Anzi due');
  await page.getByRole('log').getByText('Anzi due').waitFor();
  await page.waitForTimeout(1_500);
  await expect.poll(() => page.title()).toBe('Inbox · Rondine');
}

/** Counts tones instead of playing them: a browser of tests has no loudspeaker. */
const COUNTING = `
  window.tones = 0;
  const part = () => ({
    frequency: {}, gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} },
    connect: (next) => next, start() { window.tones += 1; }, stop() {},
  });
  window.AudioContext = class { state = 'running'; currentTime = 0; createOscillator = part; createGain = part; };
`;
const TONES_PER_CHIME = 2;

/** With two more tabs, of which one chimes. */
export async function chimeInOneTab(page: Page, write: Write): Promise<void> {
  const elsewhere = attends(page, null);
  await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).first().click();
  await elsewhere;
  const tabs = [await page.context().newPage(), await page.context().newPage()];
  for (const tab of tabs) {
    await tab.addInitScript(COUNTING);
    await tab.goto(page.url());
    // A tab that nobody touched may not play.
    await tab.getByRole('heading', { level: 1, name: 'Contacts' }).click();
    await tab.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  }
  const tones = async () => {
    let sum = 0;
    // Whoever waits for the lock has its turn first.
    for (const tab of tabs)
      sum += await tab.evaluate<number>(
        'navigator.locks.request("rondine-chime", () => {}).then(() => window.tones)',
      );
    return sum;
  };
  await eventually(async () => {
    await write('Una cosa ancora');
    const heard = async () => (await tones()) > 0 || undefined;
    return eventually(heard, 20_000).catch(() => false as const);
  }, 120_000);
  for (const tab of tabs) await expect.poll(() => tab.title()).toMatch(/^\(1\)/);
  expect(await tones()).toBe(TONES_PER_CHIME);
  for (const tab of tabs) await tab.close();
}

export async function takePushes(page: Page, control: Control): Promise<void> {
  const subscription = await control<object>('POST', '/push/browsers', {});
  // Chromium’s own push service is out of reach here: the simulator’s takes its place.
  await page.addInitScript(`
    // As after the product’s keys changed: the former subscription must go first.
    let former = { unsubscribe: async () => { former = null; } };
    PushManager.prototype.getSubscription = async () => former;
    PushManager.prototype.subscribe = async () => {
      if (former) throw new DOMException('Other keys', 'InvalidStateError');
      return { toJSON: () => (${JSON.stringify(subscription)}) };
    };
    Notification.requestPermission = async () => 'granted';
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
  `);
  await page.goto('/settings/notifications');
  await page.getByRole('button', { name: 'Turn on push' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  const pushed = await eventually(async () => {
    const pushes = await control<{ text: string }[]>('GET', '/push');
    return pushes.find(({ text }) => text.includes('Notifications work'));
  });
  expect(JSON.parse(pushed.text)).toMatchObject({ title: 'Notifications work' });
  const kept = changed(page, /\/notification-settings/);
  await page.getByRole('checkbox', { name: 'Mentioned in a note: E-mail' }).click();
  await kept;
  await page.getByRole('switch', { name: 'Stay quiet at certain times' }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.reload();
  await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
  await expect
    .poll(() => page.getByRole('checkbox', { name: 'Mentioned in a note: E-mail' }).isChecked())
    .toBe(false);
}
