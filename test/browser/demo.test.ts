// The demo in a real browser: the overview's figures, search in the palette, and a campaign from template to result.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, sizes, visit } from './browser.ts';
import { moveTogether } from './deal-board-journey.ts';
import { readDealFigures } from './deal-figures-journey.ts';
import { handleDeals } from './deal-page-journey.ts';
import { moveOnPhone } from './deal-phone-journey.ts';
import { workOnDeals } from './deal-work-journey.ts';
import { winDeal } from './deals-journey.ts';
import { demoInstallation, demoIsFilled, type Installation } from './demo-installation.ts';
import { signIn } from './sign-in.ts';

let product: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([demoInstallation(), openBrowser()]);
  const context = await visit(browser, { baseUrl: product.url });
  page = await context.newPage();
  await signIn(page, product.login);
  await demoIsFilled(page);
}, 400_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe('the overview, in a browser', () => {
  it('shows what was sent, as a chart and as a table, and how healthy the number is', async () => {
    await page.getByRole('img', { name: /Messages per day in the last 30 days: [1-9]\d* sent/ }).waitFor();
    await page.getByRole('region', { name: 'WhatsApp numbers' }).getByText('High').waitFor();
    await page.getByRole('link', { name: /quality High, \d+ of 100,000 people in 24 h/ }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Show as table' }).click();
    const days = page.getByRole('region', { name: 'Messages per day' }).getByRole('row');
    await expect.poll(() => days.count()).toBe(31);
    await page.getByText('30 days', { exact: true }).click();
    await page.waitForURL('**/?period=month');
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('finds records by typing, and opens what is lit with Enter', async () => {
    const search = page.getByPlaceholder('Search pages, actions and records');
    // The key may come before the palette is there.
    await page.reload();
    await page.getByRole('region', { name: 'Campaigns' }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await search.waitFor();
    // Whichever search answers first lights its first entry: here the template of that name, listed below.
    const campaignSearch = '**/campaigns?*search=*';
    await page.route(campaignSearch, async (route) => {
      await page.getByRole('button', { name: /^winter_collection/ }).waitFor();
      await route.continue();
    });
    await search.fill('winter collection');
    const found = page.getByRole('button', { name: /^Winter collection/ });
    await found.waitFor();
    await page.locator('[data-action][data-selected]', { hasText: 'winter_collection' }).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await search.press('ArrowUp');
    await found.and(page.locator('[data-selected]')).waitFor();
    await search.press('Enter');
    await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}/);

    await page.keyboard.press('ControlOrMeta+k');
    await search.fill('theme: dark');
    await page.locator('[data-action][data-selected]', { hasText: 'Theme: Dark' }).waitFor();
    await search.press('Enter');
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  });
});

describe('deals, in a browser', () => {
  it(
    'go from a chat over the board to Won, by pointer and by keys, and are told to Meta',
    () => winDeal(page, new URL(product.phoneUrl).origin),
    180_000,
  );
  it('move for two people at once, and end in one place', () => moveTogether(page), 120_000);
  it('move on a phone, by touch and at the edge', () => moveOnPhone(browser, product), 120_000);
  it('are told in figures, against goals, in one currency', () => readDealFigures(page), 120_000);
  it(
    'are made, copied, lost and taken back, with their chats, and deleted',
    () => handleDeals(page),
    120_000,
  );
  it('are worked on day by day: activities, a kept view, a file', () => workOnDeals(page), 120_000);
});

describe('campaigns, in a browser', () => {
  it('counts whom it reaches, asks, sends, and shows what became of it', async () => {
    await page.goto('/campaigns');
    await page.getByText('Completed').first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('link', { name: 'New campaign' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Autumn greetings');
    // Not a promotion: those to whom the demo's campaign went would be left in peace for days.
    await page.getByRole('combobox', { name: 'Template' }).click();
    await page.getByRole('option', { name: /order_shipped/ }).click();
    await page.getByRole('region', { name: 'Preview on a phone' }).waitFor();
    await page.getByRole('switch', { name: 'All contacts' }).click();
    const send = page.getByRole('button', { name: /^Send campaign to [\d,]+ contacts$/ });
    await send.waitFor();
    // The demo's campaign was sent a moment ago: the guardian asks why another one follows.
    const reasons = page.getByLabel('Why do you send it all the same?');
    await reasons.first().waitFor();
    await expect.poll(() => send.isDisabled()).toBe(true);
    await page.getByLabel('I would not report this message if I got it').check();
    // A rule may ask a moment after another.
    await expect
      .poll(async () => {
        for (const reason of await reasons.all())
          if ((await reason.inputValue()) === '') await reason.fill('The fair opens tomorrow.');
        return send.isEnabled();
      })
      .toBe(true);
    expect(await seriousProblems(page)).toEqual([]);
    await send.click();
    await page.getByRole('dialog').getByText('Send “Autumn greetings”', { exact: false }).waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Send campaign to/ })
      .click();

    await page.getByRole('heading', { level: 1, name: 'Autumn greetings' }).waitFor();
    await page.getByText('Completed', { exact: true }).waitFor({ timeout: 240_000 });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('menuitem', { name: 'Delivered' }).click();
    await page.getByRole('row').nth(3).click();
    const panel = page.getByRole('complementary');
    await panel.getByText('Written').waitFor();
    await panel.getByText('Delivered').last().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    // In a low window the recipients keep a height of their own, below what stands above them.
    await page.setViewportSize({ width: 1440, height: 420 });
    const first = page.locator('tbody tr[data-row="0"]');
    await first.scrollIntoViewIfNeeded();
    await first.focus();
    expect(await seriousProblems(page)).toEqual([]);
    await page.setViewportSize(sizes.desk);
  }, 600_000);

  it('begins on a day of the calendar and keeps it in a draft that tests two variants', async () => {
    await page.goto('/campaigns?view=calendar&day=2098-12-01');
    const day = page.locator('[data-day="2098-12-10"]');
    await page.getByText('Immaculate Conception').waitFor();
    await page.locator('[data-day="2098-12-09"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-day="2098-12-10"]:focus').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await day.click();

    await page.getByLabel('Name', { exact: true }).fill('Two greetings');
    await page.getByRole('combobox', { name: 'Template' }).click();
    await page.getByRole('option', { name: /order_shipped/ }).click();
    await page.getByRole('switch', { name: 'Test variants' }).click();
    await page.getByLabel('Share of B').waitFor();
    await page.getByText('The winner goes to the 80 % who are left.').waitFor();
    await page.getByText('It starts', { exact: false }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'Two greetings' }).waitFor();
    // The day that was clicked is still there, also after the page was loaded anew.
    await page.waitForURL((url) => url.search === '' && !url.pathname.endsWith('/new'));
    await page.reload();
    await page.getByRole('radio', { name: 'B' }).waitFor({ state: 'attached' });
    const begins = page.locator('input[type="datetime-local"]');
    await expect.poll(() => begins.inputValue()).toBe('2098-12-10T10:00');
    await expect.poll(() => page.getByRole('switch', { name: 'Test variants' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Sending hours and errors' }).click();
    await page.getByLabel('Hours of its own').check();
    await page.getByRole('checkbox', { name: 'Saturday' }).uncheck();
    await page.getByLabel('A limit of its own').check();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Draft saved.').last().waitFor();
    await page.reload();
    await page.getByRole('checkbox', { name: 'Saturday' }).waitFor();
    await expect.poll(() => page.getByRole('checkbox', { name: 'Saturday' }).isChecked()).toBe(false);
  });

  it('tells on the health page how people took it', async () => {
    await page.getByRole('link', { name: 'Number health' }).click();
    await page.getByRole('row', { name: /Autumn greetings/ }).waitFor();
    await page.getByText('Nothing was held back.').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });
});
