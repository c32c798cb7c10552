// The overview in a real browser: the demo's figures, chart and table, the number's health, search in the palette.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedProcess, startProcess, throwAway } from '../support/started.ts';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, visit } from './browser.ts';
import { signIn } from './sign-in.ts';

const login = { email: 'giulia@example.com', password: 'swallows return in spring' };

let folder: string;
let product: StartedProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondine-overview-'));
  const env = { DATA_DIR: join(folder, 'data'), ADMIN_EMAIL: login.email, ADMIN_PASSWORD: login.password };
  product = startProcess(env);
  const [addresses, opened] = await Promise.all([product.ready(), openBrowser()]);
  browser = opened;
  const context = await visit(browser, { baseUrl: addresses.Rondine! });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await signIn(page, login);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  product?.kill('SIGTERM');
  await product?.ended;
  throwAway(folder);
});

describe('the overview, in a browser', () => {
  it('shows what was sent, as a chart and as a table, and how healthy the number is', async () => {
    const campaigns = page.getByRole('region', { name: 'Campaigns' });
    await campaigns.getByText('Completed').waitFor({ timeout: 90_000 });
    await page.getByRole('img', { name: /Messages per day in the last 30 days: [1-9]\d* sent/ }).waitFor({
      timeout: 45_000,
    });
    await page.getByRole('region', { name: 'WhatsApp numbers' }).getByText('High').waitFor();
    await page.getByRole('link', { name: /quality High, \d+ of 100,000 people in 24 h/ }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Show as table' }).click();
    const days = page.getByRole('region', { name: 'Messages per day' }).getByRole('row');
    await expect.poll(() => days.count()).toBe(31);
    await page.getByText('30 days', { exact: true }).click();
    await page.waitForURL('**/?period=month');
    expect(await seriousProblems(page)).toEqual([]);
  }, 150_000);

  it('finds records by typing, and opens what is lit with Enter', async () => {
    const search = page.getByPlaceholder('Search pages, actions and records');
    await openPalette(page, search);
    await search.fill('winter');
    await page.getByRole('button', { name: /^Winter collection/ }).waitFor();
    await search.press('Enter');
    await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}/);

    await openPalette(page, search);
    await search.fill('theme: dark');
    await page.getByRole('button', { name: 'Theme: Dark' }).waitFor();
    await search.press('Enter');
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  });
});

/** The palette is loaded after the page: its keys work a moment later. */
async function openPalette(page: Page, search: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.keyboard.press('ControlOrMeta+k');
        return search.waitFor({ timeout: 1_500 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}
