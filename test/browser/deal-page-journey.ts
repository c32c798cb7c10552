// One deal in a browser: made, copied, lost with a reason and taken back, with its chats, and deleted.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousProblems } from './accessibility.ts';
import { changed } from './server-answers.ts';

/** In the demo, signed in as somebody who may write deals. */
export async function handleDeals(page: Page): Promise<void> {
  await makeForSomebodyNew(page);
  await copyAndDelete(page);
  await deleteTicked(page);
  await loseAndTakeBack(page);
  await readChats(page);
  await seeOfContact(page);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function makeForSomebodyNew(page: Page): Promise<void> {
  await page.goto('/deals');
  const card = (title: string) => page.getByRole('listitem').filter({ hasText: title });
  await card('Scarves as gifts').waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  // Two filters at once.
  await page.getByRole('button', { name: /^Owner/ }).click();
  await page.getByRole('menuitem', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: /^Next activity/ }).click();
  await page.getByRole('menuitem', { name: 'Planned' }).click();
  await card('Scarves as gifts').waitFor({ state: 'detached' });
  await card('Wedding dresses').waitFor();
  await page.waitForURL(/owner=me.*activity=planned/);

  await page.keyboard.press('n');
  const form = page.getByRole('complementary', { name: 'New deal' });
  const contacts = form.getByRole('combobox', { name: 'Contacts' });
  await contacts.and(page.locator(':focus')).waitFor();
  await contacts.fill('Zita');
  await page.getByRole('option', { name: 'New contact…' }).click();
  const person = page.getByRole('dialog', { name: 'New contact' });
  await expect.poll(() => person.getByLabel('First name').inputValue()).toBe('Zita');
  await person.getByLabel('Phone').fill('+39 347 999 0001');
  await person.getByRole('button', { name: 'Create contact' }).click();
  await person.waitFor({ state: 'detached' });
  // Called exactly as the contact, until one writes something else.
  await expect.poll(() => form.getByLabel('Title').inputValue()).toBe('Zita');
  await form.getByLabel('Title').fill('Aprons for Zita');
  await page.keyboard.press('Escape');
  const discard = page.getByRole('dialog', { name: 'Discard what you typed?' });
  await discard.getByRole('button', { name: 'Cancel' }).click();
  await discard.waitFor({ state: 'detached' });
  await expect.poll(() => form.getByLabel('Title').inputValue()).toBe('Aprons for Zita');
  const made = changed(page, /\/deals$/);
  await form.getByRole('button', { name: 'Create deal' }).click();
  await made;
  await form.waitFor({ state: 'detached' });
}

async function copyAndDelete(page: Page): Promise<void> {
  await page.goto('/deals/list?search=aprons+zita');
  await page.getByRole('row', { name: /Aprons for Zita/ }).click();
  await heading(page, 'Aprons for Zita').waitFor();
  const choose = async (item: string) => {
    // Not by pointer, as what was just said may lie above it; nor by Enter, as the menu moves the keyboard to its first
    // item a moment after it is there.
    await page.getByRole('button', { name: 'More actions' }).press('Enter');
    await page.getByRole('menuitem', { name: item }).dispatchEvent('click');
  };
  for (let copies = 0; copies < 2; copies++) {
    const before = page.url();
    await choose('Clone deal');
    await page.waitForURL((url) => url.href !== before);
    await heading(page, 'Aprons for Zita').waitFor();
  }
  await choose('Delete deal');
  const ask = page.getByRole('dialog', { name: 'Delete the deal “Aprons for Zita”?' });
  await ask.getByRole('button', { name: 'Cancel' }).click();
  await ask.waitFor({ state: 'detached' });
  await heading(page, 'Aprons for Zita').waitFor();
  await choose('Delete deal');
  const gone = changed(page, /\/deals\/[0-9a-f-]{36}$/);
  await ask.getByRole('button', { name: 'Delete deal' }).click();
  await gone;
  // Back to where one came from, filter and all.
  await page.waitForURL(/\/deals\/list\?.*search=aprons/);
}

async function deleteTicked(page: Page): Promise<void> {
  const rows = page.getByRole('row', { name: /Aprons for Zita/ });
  await expect.poll(() => rows.count()).toBe(2);
  for (const at of [0, 1]) await page.locator(`tr[data-row="${at}"] input[type=checkbox]`).click();
  await page.getByRole('button', { name: 'Delete 2 deals' }).click();
  const ask = page.getByRole('dialog', { name: 'Delete 2 deals?' });
  await ask.getByRole('button', { name: 'Delete 2 deals' }).click();
  await page.getByText('2 deals deleted').waitFor();
  await page.getByText('Nothing matches').waitFor();
}

async function loseAndTakeBack(page: Page): Promise<void> {
  await page.goto('/deals/list?search=crew');
  await page.getByText('€2,100 in all').waitFor();
  await page.getByRole('row', { name: /Winter coats/ }).click();
  await heading(page, 'Winter coats for the crew').waitFor();
  const details = page.getByRole('region', { name: 'Details' });
  const stage = details.getByRole('combobox', { name: 'Stage' });
  await expect.poll(() => stage.inputValue()).toBe('Negotiation');
  await stage.click();
  await page.getByRole('option', { name: 'Lost' }).click();
  const why = page.getByRole('dialog', { name: 'Move to Lost' });
  await why.getByRole('combobox', { name: 'Reason lost' }).click();
  await page.getByRole('option', { name: 'Too expensive' }).click();
  expect(await seriousProblems(page)).toEqual([]);
  // Without an answer the dialog stays, with what was chosen.
  const move = why.getByRole('button', { name: 'Move deal' });
  await page.route('**/api/v1/deals/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.fallback(),
  );
  await move.click();
  await why.getByText('The server cannot be reached', { exact: false }).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  const lost = changed(page, /\/deals\/[0-9a-f-]{36}$/);
  await move.click();
  await lost;
  await why.waitFor({ state: 'detached' });
  await expect.poll(() => stage.inputValue()).toBe('Lost');
  const reason = details.getByRole('combobox', { name: 'Reason lost' });
  await expect.poll(() => reason.inputValue()).toBe('Too expensive');
  await details.getByLabel('Closed on').waitFor();
  const back = changed(page, /\/deals\/[0-9a-f-]{36}$/);
  const said = page.getByRole('alert').filter({ hasText: 'Winter coats for the crew moved to Lost' });
  await said.getByRole('button', { name: 'Undo' }).click();
  await back;
  await expect.poll(() => stage.inputValue()).toBe('Negotiation');
  await page.getByRole('link', { name: 'All deals' }).click();
  await page.waitForURL(/\/deals\/list\?.*search=crew/);
}

async function readChats(page: Page): Promise<void> {
  await page.goto('/deals/list?search=choir');
  await page.getByRole('row', { name: /Choir robes/ }).click();
  const people = page.getByRole('region', { name: 'Contacts' });
  await people.getByRole('button', { name: 'Add contact' }).click();
  await people.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await people.getByRole('button', { name: 'Cancel' }).click();
  await people.getByRole('button', { name: 'Add contact' }).waitFor();
  // The second of two.
  await people.getByRole('listitem').nth(1).getByRole('button').first().click();
  await page.getByText('il mio ordine 4471', { exact: false }).first().waitFor();
}

async function seeOfContact(page: Page): Promise<void> {
  await page.goto('/deals/list?search=curtains');
  await page.getByRole('row', { name: /Curtains for the theatre/ }).click();
  await page
    .getByRole('region', { name: 'Contacts' })
    .getByRole('link', { name: /^Open / })
    .click();
  const deals = page.getByRole('region', { name: 'Deals' });
  await deals.getByRole('heading', { name: 'Closed' }).waitFor();
  await deals.getByRole('link', { name: /Curtains for the theatre.*Lost/ }).waitFor();
}
