// Being told in a browser: while one is elsewhere, and by pushes to the device.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/product.ts';
import { seriousProblems } from './accessibility.ts';
import { attends, changed } from './server-answers.ts';

type Control = <T>(method: string, path: string, body?: object) => Promise<T>;

/** In the open conversation with Anna Verdi, who writes by `write`. */
export async function beTold(page: Page, write: (text: string) => Promise<unknown>): Promise<void> {
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

export async function takePushes(page: Page, control: Control): Promise<void> {
  const subscription = await control<object>('POST', '/push/browsers', {});
  // Chromium’s own push service is out of reach here: the simulator’s takes its place.
  await page.addInitScript(`
    PushManager.prototype.subscribe = async () => ({ toJSON: () => (${JSON.stringify(subscription)}) });
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
