// The overview in a real browser: the demo's figures, chart and table, the number's health, search in the palette.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, visit } from './browser.ts';
import { demoInstallation, type Installation } from './demo-installation.ts';
import { signIn } from './sign-in.ts';

let product: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([demoInstallation(), openBrowser()]);
  const context = await visit(browser, { baseUrl: product.url });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await signIn(page, product.login);
  // The demo fills itself step by step; its campaign comes last.
  const campaigns = page.getByRole('region', { name: 'Campaigns' });
  await campaigns.getByText('Completed').waitFor({ timeout: 90_000 });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe('the overview, in a browser', () => {
  it('shows what was sent, as a chart and as a table, and how healthy the number is', async () => {
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
    // The key may come before the palette is there.
    await page.reload();
    await page.getByRole('region', { name: 'Campaigns' }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await search.waitFor();
    // Whichever search answers first lights its first entry: here the template of that name, listed below.
    await page.route('**/campaigns?*', async (route) => {
      await page.getByRole('button', { name: /^winter_collection/ }).waitFor();
      await route.continue();
    });
    await search.fill('winter collection');
    const found = page.getByRole('button', { name: /^Winter collection/ });
    await found.waitFor();
    await page.locator('[data-action][data-selected]', { hasText: 'winter_collection' }).waitFor();
    await search.press('ArrowUp');
    await found.and(page.locator('[data-selected]')).waitFor();
    await search.press('Enter');
    await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}/);

    await page.keyboard.press('ControlOrMeta+k');
    await search.fill('theme: dark');
    await page.getByRole('button', { name: 'Theme: Dark' }).waitFor();
    await search.press('Enter');
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  });
});
