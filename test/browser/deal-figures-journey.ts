// What a sales team reads and sets in a browser: the report, the deals behind a figure, goals, rates of currencies.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousProblems } from './accessibility.ts';

/** In the demo, signed in as its owner. */
export async function readDealFigures(page: Page): Promise<void> {
  await page.goto('/deals/report');
  await page.getByRole('img', { name: /^Won, weighted and total by month: .*€/ }).waitFor();
  await page.getByText('Without a rate: CHF 740').waitFor();
  await page.getByRole('button', { name: 'From stage to stage: Show as a table' }).click();
  await page.getByRole('row', { name: /^Enquiry/ }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'Set goals' }).click();
  const goals = page.getByRole('dialog', { name: /^Goals for/ });
  await goals.getByRole('textbox').first().fill('20,000');
  expect(await seriousProblems(page)).toEqual([]);
  await goals.getByRole('button', { name: 'Save goals' }).click();
  await page
    .getByRole('region', { name: 'Goals, over all pipelines' })
    .getByText(/ of €20,000 · \d+%/)
    .waitFor();

  // A figure leads to its deals.
  const reasons = page.getByRole('list', { name: 'Why deals were lost' });
  await reasons.getByRole('link', { name: 'Too expensive' }).click();
  await page.waitForURL('**/deals/list?**');
  await page.getByRole('row', { name: /Curtains for the theatre/ }).waitFor();

  await page.goto('/settings/currencies');
  await page.getByRole('button', { name: 'Enter rate of CHF' }).click();
  const rate = page.getByRole('dialog', { name: 'Enter rate of CHF' });
  await rate.getByLabel('One CHF in EUR').fill('1,05');
  await rate.getByRole('button', { name: 'Save' }).click();
  await page.getByText('1 CHF = 1.05 EUR').waitFor();
  await page.getByText('Currencies in use without a rate').waitFor({ state: 'detached' });
  expect(await seriousProblems(page)).toEqual([]);

  await page.getByRole('button', { name: 'Import CSV' }).click();
  const rates = page.getByRole('dialog', { name: 'Import CSV' });
  const give = (text: string) =>
    rates
      .locator('input[type="file"]')
      .setInputFiles({ name: 'rates.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await give('currency,rate\nXYZ,1\nUSD,-3\n');
  await rates.getByText('Line 2: There is no such currency.').waitFor();
  await rates.getByText('Line 3: The rate must be a number above 0, such as 0.92.').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await give('currency;rate;date\nUSD;0,9;2026-11-20\n');
  await rates.waitFor({ state: 'detached' });
  await page.getByText('1 USD = 0.9 EUR').waitFor();

  await page.goto('/deals/report');
  await page.getByRole('list', { name: 'Why deals were lost' }).waitFor();
  await page.getByText('Without a rate', { exact: false }).waitFor({ state: 'detached' });
}
