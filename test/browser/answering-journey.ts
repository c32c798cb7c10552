// Answering in a browser otherwise than with plain words: a quote, buttons, a reaction, a voice note, what is composed.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/product.ts';
import { seriousProblems } from './accessibility.ts';
import { compose } from './composing-journey.ts';

type Control = <T>(method: string, path: string, body?: object) => Promise<T>;
type Seen = { type: string; content: Record<string, unknown>; context_id?: string };

/** In the open conversation with `customer`, in which the customer asked for the bread. */
export async function answerInOtherWays(page: Page, control: Control, customer: string): Promise<void> {
  const onPhone = async (direction: 'business' | 'customer' = 'business') => {
    const path = `/messages?customer=${encodeURIComponent(customer)}&direction=${direction}`;
    return (await control<{ messages: Seen[] }>('GET', path)).messages;
  };
  const log = page.getByRole('log');
  const box = page.getByRole('textbox', { name: 'Write an answer' });
  await log.click();
  await page.keyboard.press('r');
  await page.getByText('Replying to Anna Verdi').waitFor();
  await page.getByRole('button', { name: 'Buttons or a list' }).click();
  await page.getByRole('textbox', { name: 'Button 1' }).fill('Intero');
  await page.getByRole('button', { name: 'Add a button' }).click();
  await page.getByRole('textbox', { name: 'Button 2' }).fill('A fette');
  await box.fill('Come lo vuole?');
  await box.press('Control+a');
  await box.press('Control+b');
  await expect.poll(() => box.inputValue()).toBe('*Come lo vuole?*');
  expect(await seriousProblems(page)).toEqual([]);
  await box.press('Enter');
  await page.getByText('Replying to Anna Verdi').waitFor({ state: 'detached' });
  await eventually(async () => (await onPhone()).some((one) => one.type === 'interactive' && one.context_id));
  await eventually(() =>
    control<{ id?: string }>('POST', `/customers/${customer}/tap`, { button: 'A fette' }).then(
      (one) => one.id,
    ),
  );
  await log.getByText('A fette').last().waitFor();

  const asked = log.getByRole('article').filter({ hasText: 'Avete ancora il pane' }).first();
  await asked.hover();
  await asked.getByRole('button', { name: 'Actions for this message' }).click();
  await page.getByRole('menuitem', { name: 'React with ❤️' }).click();
  await eventually(async () => JSON.stringify(await onPhone('customer')).includes('❤️'));

  await pullAside(page, asked);
  await page.getByText('Replying to Anna Verdi').waitFor();
  await page.getByRole('button', { name: 'Do not quote' }).click();
  await page.getByText('Replying to Anna Verdi').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Record a voice note' }).click();
  // A page that stands still for a moment shows no second of its own.
  await page
    .getByRole('timer')
    .getByText(/0:0[1-9]|0:[1-5]\d/)
    .waitFor();
  await page.getByRole('button', { name: 'Send the voice note' }).click();
  const note = await eventually(async () => (await onPhone()).find((one) => one.type === 'audio'));
  expect(note.content).toMatchObject({ voice: true });

  await compose(
    page,
    async (text) => (await onPhone()).filter((message) => JSON.stringify(message).includes(text)).length,
  );
}

/** With a finger, on a screen that knows fingers. */
async function pullAside(page: Page, message: Locator): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  await screen.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await message.scrollIntoViewIfNeeded();
  const box = (await message.boundingBox())!;
  const finger = (type: 'touchStart' | 'touchMove', across: number) =>
    screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [{ x: box.x + 20 + across, y: box.y + box.height / 2 }],
    });
  await finger('touchStart', 0);
  for (const across of [8, 24, 48, 72, 96]) await finger('touchMove', across);
  await message.and(page.locator('[data-pull="far"]')).waitFor();
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await screen.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await screen.detach();
}
