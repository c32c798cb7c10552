// What one sees of a conversation, walked through in a browser: every kind of message, and long ones.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/product.ts';
import { seriousProblems } from './accessibility.ts';

type Control = <T>(method: string, path: string, body?: object) => Promise<T>;

/** A customer sends one of each; pictures are enlarged, a quote leads to what it quotes. */
export async function seeEveryKind(page: Page, control: Control): Promise<void> {
  const send = (body: object) =>
    control<{ id: string }>('POST', '/customers/+393335550101/messages', { name: 'Carla Blu', ...body });
  const first = await send({ text: 'Fate anche torte?' });
  await send({ location: { latitude: 45.4642, longitude: 9.19, name: 'Ristorante Duomo' } });
  const item = { product_retailer_id: 'segale', quantity: 3, item_price: 4.1, currency: 'EUR' };
  await send({ order: { catalog_id: '1', product_items: [item] } });
  await send({ image: { caption: 'La vetrina' } });
  await send({ audio: { voice: true } });
  await send({ unsupported: true });
  await send({ reaction: { message_id: first.id, emoji: '😍' } });
  await send({ text: 'Di questo parlavo', reply_to: first.id });
  await page.goto('/inbox');
  await page.getByRole('button', { name: /^Carla Blu/ }).click();
  const log = page.getByRole('log');
  await log.getByText('Di questo parlavo').waitFor();
  await log.getByRole('link', { name: 'Open a map of Ristorante Duomo' }).waitFor();
  await log.getByText('€12.30').first().waitFor();
  await log.getByText('A poll: WhatsApp does not pass it on').waitFor();
  await log.getByText('😍').waitFor();
  await log.getByRole('button', { name: 'Play' }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);

  await log.getByRole('button', { name: 'Enlarge: La vetrina' }).click();
  const large = page.getByRole('dialog', { name: 'La vetrina' });
  await large.getByRole('button', { name: 'Earlier picture' }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await large.waitFor({ state: 'detached' });

  await log.getByTitle('Go to the quoted message').click();
  await page.locator('[data-sought]', { hasText: 'Fate anche torte?' }).waitFor();
}

/** Hundreds of messages: a part of them is on the page, and what one reads stays where it is. */
export async function readLongConversation(page: Page, control: Control): Promise<void> {
  const write = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from + 1 }, (_, at) =>
        control('POST', '/customers/+393335550102/messages', {
          text: `riga ${from + at}.`,
          name: 'Dino Neri',
        }),
      ),
    );
  for (let from = 1; from <= 400; from += 50) await write(from, from + 49);
  // What comes while it is open stands below what is shown first, and there would be less to scroll up to.
  await eventually(async () => (await unreadOf(page, 'Dino Neri')) === 400);
  await page.goto('/inbox');
  const row = page.getByRole('button', { name: /^Dino Neri/ });
  await row.click();
  const log = page.getByRole('log');
  await log.locator('[data-entry]').nth(59).waitFor();
  /** Scrolls, and tells at once how many entries there are, and where the first that is seen stands. */
  const look = (scroll: string) =>
    page.evaluate<{ count: number; first: string; seen: string; at: number }>(`(() => {
      const box = document.querySelector('[role="log"]');
      ${scroll}
      const { top } = box.getBoundingClientRect();
      const entries = [...box.querySelectorAll('[data-entry]')];
      const seen = entries.find((entry) => entry.getBoundingClientRect().bottom > top + 60);
      const at = seen.getBoundingClientRect().top - top;
      return { count: entries.length, first: entries[0].dataset.entry, seen: seen.dataset.entry, at };
    })()`);
  for (let read = 60; read < 400; read += 60) {
    const before = await look('box.scrollTop = 300;');
    let nudges = 0;
    const after = await eventually(async () => {
      nudges += 1;
      const still = `document.querySelector('[data-entry]').dataset.entry === '${before.first}'`;
      const now = await look(`if (${still}) box.scrollTop = ${300 + (nudges % 2)};`);
      return now.first !== before.first && now;
    });
    expect(after.count).toBeLessThanOrEqual(240);
    expect(after.seen).toBe(before.seen);
    expect(Math.abs(after.at - before.at)).toBeLessThan(3);
  }
  await page.getByRole('button', { name: 'Go to the latest' }).click();
  await page.getByRole('button', { name: 'Go to the latest' }).waitFor({ state: 'detached' });
  await expect.poll(async () => (await look('')).count).toBe(60);

  await page.goto('/contacts');
  await page.getByRole('heading', { name: 'Contacts' }).waitFor();
  await write(401, 430);
  await page.goto('/inbox');
  await row.getByText('30', { exact: true }).waitFor();
  await row.click();
  await log.getByText('30 new messages').waitFor();
  await page.getByRole('button', { name: /^Go to the latest/ }).click();
  await page.getByRole('button', { name: /^Go to the latest/ }).waitFor({ state: 'detached' });
  expect(await seriousProblems(page)).toEqual([]);
}

async function unreadOf(page: Page, name: string): Promise<number | undefined> {
  const session = await (await page.request.get('/api/v1/session')).json();
  const headers = { 'x-workspace': session.workspaces[0].id as string };
  const found = await page.request.get(`/api/v1/conversations?search=${encodeURIComponent(name)}`, {
    headers,
  });
  return (await found.json()).items[0]?.unreadCount;
}
