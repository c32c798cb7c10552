// A day's work with deals in a browser: what is to be done, planning more, a kept view, deals from a file.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoContacts } from '#app/demo/demo-content.ts';
import { seriousProblems } from './accessibility.ts';

/** In the demo, signed in as somebody who may write deals. */
export async function workOnDeals(page: Page): Promise<void> {
  await doWhatIsDue(page);
  await keepView(page);
  await importDeals(page);
}

async function doWhatIsDue(page: Page): Promise<void> {
  await page.goto('/deals/activities');
  const row = (title: string) => page.getByRole('row').filter({ hasText: title });
  await row('Call about the offer').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await row('Fitting in the shop')
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Put off by a week' }).click();
  await page.getByText('“Fitting in the shop” put off to').waitFor();
  await row('Call about the offer').getByRole('button', { name: /^Done/ }).click();
  await row('Call about the offer').waitFor({ state: 'detached' });

  await row('Send fabric samples').click();
  await page.getByRole('heading', { level: 1, name: 'Uniforms for Hotel Miramare' }).waitFor();
  const activities = page.getByRole('region', { name: 'Activities' });
  await activities.getByRole('button', { name: 'Plan activity' }).click();
  const form = page.getByRole('dialog', { name: 'Plan activity' });
  await form.getByLabel('What is to be done').fill('Visit the hotel');
  expect(await seriousProblems(page)).toEqual([]);
  await form.getByRole('button', { name: 'Plan activity' }).click();
  await form.waitFor({ state: 'detached' });
  await activities.getByRole('listitem').filter({ hasText: 'Visit the hotel' }).waitFor();
}

async function keepView(page: Page): Promise<void> {
  await page.goto('/deals/list?activity=planned');
  const row = (title: string) => page.getByRole('row').filter({ hasText: title });
  await row('Wedding dresses').waitFor();
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  const form = page.getByRole('dialog', { name: 'Save as a view' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Next steps');
  await form.getByRole('button', { name: 'Save view' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'View: Next steps' }).waitFor();
  await page.goto('/deals');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Next steps' }).click();
  await page.waitForURL(/\/deals\/list\?.*activity=planned/);
  await row('Wedding dresses').waitFor();
}

async function importDeals(page: Page): Promise<void> {
  await page.goto('/deals/list');
  await page.getByRole('row').filter({ hasText: 'Wedding dresses' }).waitFor();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Import deals…' }).click();
  await page.getByRole('heading', { level: 1, name: 'Import deals' }).waitFor();
  const file = `Trattativa;Telefono;Importo;Colore\nTavoli per il bar;${demoContacts()[0]!.phone};1.250,50;blu\nDi nessuno;+39 333 999 0000;;\n`;
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('heading', { name: 'What the columns are' }).waitFor();
  await page.getByRole('columnheader', { name: 'Passed over Colore' }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import deals' }).click();
  await page.getByRole('heading', { name: 'The import is complete' }).waitFor();
  await page
    .getByRole('region', { name: 'Refused rows' })
    .getByText('No contact has the number +393339990000: import contacts first')
    .waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'See deals' }).click();
  await page.getByRole('row').filter({ hasText: 'Tavoli per il bar' }).getByText('€1,250.50').waitFor();
}
