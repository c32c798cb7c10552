// A template in a real browser: written with fields and a picture, its faults shown while typing, reviewed live.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedProcess, startProcess, throwAway } from '../support/started.ts';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, visit } from './browser.ts';
import { ensureWorkspace, signIn } from './sign-in.ts';

const login = { email: 'giulia@example.com', password: 'swallows return in spring' };
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let product: StartedProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondine-templates-'));
  const env = { DATA_DIR: join(folder, 'data'), ADMIN_EMAIL: login.email, ADMIN_PASSWORD: login.password };
  product = startProcess(env, ['--empty']);
  const [addresses, opened] = await Promise.all([product.ready(), openBrowser()]);
  browser = opened;
  const context = await visit(browser, { baseUrl: addresses.Rondine! });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await signIn(page, login);
  await ensureWorkspace(page, 'Bottega Verde');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  product?.kill('SIGTERM');
  await product?.ended;
  throwAway(folder);
});

const preview = () => page.getByRole('region', { name: 'Preview on a phone' });
const submit = () => page.getByRole('button', { name: 'Submit for review' }).first();

/** What the page itself would send. */
async function connectSimulator(): Promise<void> {
  await page.evaluate(async () => {
    const session = await fetch('/api/v1/session');
    const { workspaces } = (await session.json()) as { workspaces: [{ id: string }] };
    const headers = {
      'content-type': 'application/json',
      'x-rondine-csrf': '1',
      'x-workspace': workspaces[0].id,
    };
    await fetch('/api/v1/numbers/connect-simulator', { method: 'POST', headers, body: '{}' });
  });
}

describe('templates, in a browser', () => {
  it('asks for a number first', async () => {
    await page.goto('/templates/new');
    await page.getByText('Connect a WhatsApp number first').waitFor();
    await connectSimulator();
    await page.goto('/templates');
    await page.getByText('No templates yet').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('shows faults while one types, and the message on the phone', async () => {
    await page.getByRole('link', { name: 'New template' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Spring Offer');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('spring_offer');
    const body = page.getByRole('textbox', { name: 'Message', exact: true });
    await body.fill('%%FIRST_NAME%%');
    expect(await body.inputValue()).toBe('{{1}}');
    await page.getByText('Write words before the first and after the last variable.').waitFor();
    await body.fill('Hello {{1}}, YOU W0N the best offer on the market! ');
    await page.getByText('“YOU W0N” is known from spam.', { exact: false }).waitFor();
    await page.getByText('“best offer on the market” is known from spam.', { exact: false }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await body.fill('Hello {{1}}, the *spring* collection has arrived in our shop. ');
    await page
      .getByText('Write words before the first and after the last variable.')
      .waitFor({ state: 'detached' });
    await preview().getByText('Hello Giulia, the').waitFor();
    expect(await preview().locator('strong').textContent()).toBe('spring');
    await page.getByText('Field names', { exact: true }).click();
    await preview().getByText('Hello [First name], the').waitFor();
  });

  it('takes a picture, an opt-out button and a link, moved by keyboard', async () => {
    await page.getByText('Image', { exact: true }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'spring.png', mimeType: 'image/png', buffer: PNG });
    await page.getByRole('button', { name: 'Remove the file' }).waitFor();
    await preview().getByRole('img', { name: 'Picture in the header' }).waitFor();

    await page.getByRole('button', { name: 'Add “Stop promotions”' }).click();
    await page.getByText('Unsubscribes from marketing').waitFor();
    await page.getByRole('button', { name: 'Add button' }).click();
    await page.getByRole('menuitem', { name: 'Link' }).click();
    await submit().click();
    await page.getByText(/things? to mend before it can be submitted/).waitFor();
    const words = page.getByLabel('Words on the button').last();
    await words.fill('See it');
    await page.getByLabel('Address', { exact: true }).fill('https://shop.example.com/spring');
    await page.getByRole('button', { name: 'Move up' }).last().focus();
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Words on the button').first().inputValue()).toBe('See it');
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('is handed in, and approved before one’s eyes', async () => {
    await submit().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for review' }).click();
    const panel = page.getByRole('complementary');
    await panel.getByText('spring_offer').waitFor();
    await panel.getByText('Approved').waitFor({ timeout: 20_000 });
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('is found from anywhere', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: /Search or jump to/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('spring');
    await page.getByText('spring_offer').click();
    await page.getByRole('complementary').getByText('Approved').waitFor();
    expect(new URL(page.url()).searchParams.get('open')).toMatch(/[0-9a-f-]{36}/);
  });

  it('asks before what was typed is lost', async () => {
    await page.goto('/templates/new');
    await page.getByLabel('Name', { exact: true }).fill('half_written');
    await page.getByRole('link', { name: 'Templates' }).first().click();
    await page.getByRole('dialog').getByText('Leave without saving?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('half_written');
    await page.getByRole('button', { name: 'Save draft' }).first().click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(page.url()).toMatch(/\/templates\/[0-9a-f-]{36}$/);
  });
});
