// What the 24 hours allow, and what goes from phone to inbox and back, walked through in a browser.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/product.ts';
import { seriousProblems } from './accessibility.ts';

type Control = <T>(method: string, path: string, body?: object) => Promise<T>;

const CUSTOMER = '+393335550103';
const HOUR_MS = 3_600_000;
/** The smallest picture there is, twice: one red, one blue. */
const PICTURES = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
].map((text) => Buffer.from(text, 'base64'));

/** Somebody wrote, and a day goes by on WhatsApp’s clock before anybody answers. */
export async function sendTemplateAfterADay(page: Page, control: Control): Promise<void> {
  await control('POST', '/clock', { now: new Date(Date.now() - 25 * HOUR_MS).toISOString() });
  await control('POST', `/customers/${CUSTOMER}/messages`, {
    text: 'Domani siete aperti?',
    name: 'Elio Rosa',
  });
  await control('POST', '/clock', { advance: '25h' });
  await control('POST', '/clock', { reset: true });
  await readTemplates(page);
  await page.goto('/inbox');
  await page.getByRole('button', { name: /^Elio Rosa/ }).click();
  const log = page.getByRole('log');
  await log.getByText('Domani siete aperti?').waitFor();
  await page.getByText('More than 24 hours have passed', { exact: false }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Write an answer' }).count()).toBe(0);
  expect(await seriousProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'Send a template' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button').filter({ hasText: 'Welcome and congratulations' }).first().click();
  await dialog.getByText('Welcome and congratulations!!', { exact: false }).last().waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send template' }).click();
  await dialog.waitFor({ state: 'detached' });
  await log.getByText('Welcome and congratulations!!', { exact: false }).waitFor();
  await eventually(async () => {
    const path = `/messages?customer=${encodeURIComponent(CUSTOMER)}&direction=business`;
    const { messages } = await control<{ messages: { type: string; state: string }[] }>('GET', path);
    return messages.some(({ type, state }) => type === 'template' && ['delivered', 'read'].includes(state));
  });
}

/** Brings the account's templates here, among them the one that every new account has. */
async function readTemplates(page: Page): Promise<void> {
  const session = await (await page.request.get('/api/v1/session')).json();
  const headers = { 'x-rondine-csrf': '1', 'x-workspace': session.workspaces[0].id };
  await page.request.post('/api/v1/templates/synchronise', { headers, data: {} });
  await eventually(async () => {
    const list = await page.request.get('/api/v1/templates?status=approved', { headers });
    return (await list.text()).includes('hello_world');
  });
}

/** In the conversation of before, with the phone beside it in a window of its own. */
export async function sendPicturesBothWays(page: Page, phoneAddress: string): Promise<void> {
  const phone = await page.context().newPage();
  await phone.goto(phoneAddress);
  await phone.getByRole('button', { name: /Elio Rosa/ }).click();
  await phone.getByText('Welcome and congratulations!!', { exact: false }).last().waitFor();
  const [theirs, ours] = PICTURES.map((buffer, at) => ({
    name: `foto-${at}.png`,
    mimeType: 'image/png',
    buffer,
  }));
  await phone.locator('.composer input[type="file"]').setInputFiles(theirs!);

  const log = page.getByRole('log');
  await log.getByRole('button', { name: 'Enlarge: Photo' }).click();
  const viewer = page.getByRole('dialog', { name: 'Photo' });
  await isShown(page, '[role="dialog"] img[alt="Photo"]');
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });

  // Who wrote again may be answered freely again.
  const box = page.getByRole('textbox', { name: 'Write an answer' });
  await box.waitFor();
  await page.locator('input[type="file"][multiple]').first().setInputFiles(ours!);
  await page.getByRole('list', { name: 'Attached files' }).waitFor();
  await box.fill('La nostra vetrina');
  await box.press('Enter');
  await log.getByRole('button', { name: 'Enlarge: La nostra vetrina' }).waitFor();
  await phone.getByText('La nostra vetrina').last().waitFor();
  await isShown(phone, '.bubble .picture img[alt="La nostra vetrina"]');
  await phone.close();
}

/** The picture at `selector` was loaded, and is one that a browser can draw. */
async function isShown(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await page.waitForFunction(`document.querySelector(${JSON.stringify(selector)})?.naturalWidth > 0`);
}
