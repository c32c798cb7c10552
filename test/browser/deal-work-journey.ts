// A day's work with deals in a browser: what is to be done, planning more, a kept view, deals from a file.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoContacts } from '#app/demo/demo-content.ts';
import { seriousProblems } from './accessibility.ts';
import { changed } from './server-answers.ts';

/** In the demo, signed in as somebody who may write deals. */
export async function workOnDeals(page: Page): Promise<void> {
  await doWhatIsDue(page);
  await planEverywhere(page);
  await giveWhatIsNeeded(page);
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

/** From the page of activities, from a card and from a row; the menus on the way are looked at. */
async function planEverywhere(page: Page): Promise<void> {
  const form = page.getByRole('dialog', { name: 'Plan activity' });
  const plan = async (title: string) => {
    await form.getByLabel('What is to be done').fill(title);
    const saved = changed(page, /\/activities$/);
    await Promise.all([saved, form.getByRole('button', { name: 'Plan activity' }).click()]);
    await form.waitFor({ state: 'detached' });
  };
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
  const actions = page.getByRole('button', { name: 'Actions for Linen for the lake house' });

  await page.goto('/deals/activities');
  await page.getByRole('button', { name: 'Plan activity' }).click();
  await form.getByRole('combobox', { name: 'Deal' }).fill('linen');
  await page.getByRole('option', { name: /^Linen for the lake house/ }).click();
  expect(await seriousProblems(page)).toEqual([]);
  await plan('Ask for the sizes');
  await page
    .getByRole('row')
    .filter({ hasText: 'Ask for the sizes' })
    .getByText('Linen for the lake house')
    .waitFor();

  await page.goto('/deals');
  await actions.focus();
  await page.keyboard.press('Enter');
  await item('Plan activity').and(page.locator(':focus')).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await plan('Order the linen');
  // The keyboard is where it was.
  await actions.and(page.locator(':focus')).waitFor();
  await page.getByRole('button', { name: /^Pipeline: / }).click();
  await page.getByRole('menu').getByRole('menuitem').first().waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.goto('/deals/list');
  await actions.click();
  await item('Delete deal').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await item('Plan activity').click();
  await plan('Book the van');

  await page.getByRole('row').filter({ hasText: 'Linen for the lake house' }).click();
  const planned = page.getByRole('region', { name: 'Activities' }).getByRole('listitem');
  for (const title of ['Ask for the sizes', 'Order the linen', 'Book the van'])
    await planned.filter({ hasText: title }).waitFor();
  // The chat has a menu of that name too, as soon as it is there.
  const head = page.locator('div:has(> h1)');
  await head.getByRole('button', { name: 'More actions' }).click();
  await item('Clone deal').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
}

/** The form of a new deal marks what the workspace demands, and tells all that is missing at once. */
async function giveWhatIsNeeded(page: Page): Promise<void> {
  const demand = async (isDemanded: boolean) => {
    await page.goto('/settings/deals');
    const saved = changed(page, /\/deal-settings$/);
    const reference = page.getByRole('checkbox', { name: 'Reference', exact: true, checked: !isDemanded });
    await Promise.all([saved, reference.click()]);
    await reference.waitFor({ state: 'detached' });
  };
  await demand(true);
  await page.goto('/deals');
  await page.getByRole('button', { name: 'New deal in Offer sent' }).click();
  const form = page.getByRole('complementary', { name: 'New deal' });
  const reference = form.getByRole('textbox', { name: 'Reference' });
  await form.locator('input[aria-required="true"]').and(reference).waitFor();
  await form.getByRole('button', { name: 'Create deal' }).click();
  await form.getByText('Every deal needs this').waitFor();
  await form.getByText('Choose at least one contact').waitFor();
  await form.getByRole('combobox', { name: 'Contacts' }).and(page.locator(':focus')).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  const { phone } = demoContacts()[0]!;
  await page.keyboard.type(phone);
  await page.getByRole('option').filter({ hasText: phone }).click();
  await form.getByText('Choose at least one contact').waitFor({ state: 'detached' });
  await form.getByLabel('Title').fill('Capes for the choir');
  await reference.fill('OFFER-77');
  await form.getByRole('button', { name: 'Create deal' }).click();
  const stage = page.getByRole('region', { name: 'Offer sent', exact: true });
  await stage.getByRole('link', { name: 'Capes for the choir' }).waitFor();
  await demand(false);
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
