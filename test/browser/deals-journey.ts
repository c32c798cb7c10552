// A sale in a browser: from an advertisement to the chat, over the board by pointer and by keys, won, taken back, won
// again, and told to Meta once.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousProblems } from './accessibility.ts';
import { drag } from './drag.ts';

const CUSTOMER = '393351230042';

/**
 * In the demo, signed in as its owner: somebody comes by an advertisement and writes, and what becomes of it is told to
 * Meta. `simulatorUrl` is where the imitation of Meta runs.
 */
export async function winDeal(page: Page, simulatorUrl: string): Promise<void> {
  await tellMeta(page);
  await writeFromAd(simulatorUrl);
  await page.goto('/inbox');
  await page.getByRole('button', { name: /^Nora Aprile/ }).click();
  const contact = page.getByRole('complementary', { name: 'Contact' });
  await contact.getByRole('region', { name: 'Deals' }).getByRole('button', { name: 'New deal' }).click();
  const form = page.getByRole('dialog', { name: 'New deal' });
  // The title is the contact's name until one writes another.
  await expect.poll(() => form.getByLabel('Title').inputValue()).not.toBe('');
  await form.getByLabel('Title').fill('Two dozen umbrellas');
  await form.getByLabel('Amount').fill('1,250.50');
  expect(await seriousProblems(page)).toEqual([]);
  await form.getByRole('button', { name: 'Create deal' }).click();
  await contact.getByRole('link', { name: /Two dozen umbrellas/ }).waitFor();

  await page.goto('/deals');
  const stage = (name: string) => page.getByRole('region', { name, exact: true });
  const cardIn = (name: string) =>
    stage(name).getByRole('listitem').filter({ hasText: 'Two dozen umbrellas' });
  await cardIn('Enquiry').getByText('€1,250.50').waitFor();
  // Each card shows the deal title, owner, amount, dates, and associated contacts.
  const wedding = stage('Enquiry').getByRole('listitem').filter({ hasText: 'Wedding dresses, party of six' });
  for (const shown of ['€4,200', 'Giulia Rossi', /Owner \w/, /Expected close \d/, /Created \d/])
    await wedding.filter({ hasText: shown }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);

  await drag(page, cardIn('Enquiry'), stage('Negotiation'));
  await cardIn('Negotiation').waitFor();
  await page.getByText('Two dozen umbrellas moved to Negotiation').last().waitFor();

  const link = (name: string) => cardIn(name).getByRole('link', { name: 'Two dozen umbrellas' });
  await link('Negotiation').focus();
  await page.keyboard.press('Shift+ArrowRight');
  // The keyboard stays with the card.
  await link('Won').and(page.locator(':focus')).waitFor();
  const said = page.getByRole('alert').filter({ hasText: 'Two dozen umbrellas moved to Won' });
  await said.getByRole('button', { name: 'Undo' }).click();
  await cardIn('Negotiation').waitFor();
  // Taken back is also the day that closing had set.
  await cardIn('Negotiation').getByText('Expected close').waitFor({ state: 'detached' });
  await link('Negotiation').focus();
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/move') && answer.ok());
  await page.keyboard.press('Shift+ArrowRight');
  await cardIn('Won').waitFor();
  await saved;
  await page.reload();
  await link('Won').click();
  await page.getByRole('heading', { level: 1, name: 'Two dozen umbrellas' }).waitFor();
  // Closed today: nobody had set a day.
  await expect.poll(() => page.getByLabel('Closed on').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await seriousProblems(page)).toEqual([]);

  const told = page.getByRole('region', { name: 'Told to Meta' }).getByRole('listitem');
  await told.filter({ hasText: 'Lead · Nora Aprile' }).getByText('Received').waitFor();
  await told.filter({ hasText: 'Purchase €1,250.50' }).getByText('Received').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  const purchases = (await conversions(simulatorUrl)).filter((one) => one.event_name === 'Purchase');
  expect(purchases).toMatchObject([
    {
      user_data: { ctwa_clid: expect.stringMatching(/^ARA/), ph: [expect.stringMatching(/^[0-9a-f]{64}$/)] },
      custom_data: { currency: 'EUR', value: 1250.5 },
    },
  ]);

  await page.goto('/deals/list?state=won&search=umbrellas');
  await page.getByRole('row', { name: /Two dozen umbrellas/ }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
}

/** Sets conversions up by hand, and tries them. */
async function tellMeta(page: Page): Promise<void> {
  await page.goto('/settings/conversions');
  await page.getByRole('button', { name: 'Find it' }).click();
  await page.getByText('Found the dataset of this account.').last().waitFor();
  await page.getByRole('switch', { name: 'Tell Meta about deals' }).click();
  await page.getByRole('switch', { name: 'Only people with marketing consent' }).click();
  await page.getByLabel('Test code').fill('TEST12345');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Conversions saved').last().waitFor();
  await page.getByRole('button', { name: 'Send test event' }).click();
  await page.getByText('Meta received the test event.').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
}

async function writeFromAd(simulatorUrl: string): Promise<void> {
  const answer = await fetch(`${simulatorUrl}/_simulator/customers/${CUSTOMER}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Nora Aprile',
      text: 'I saw your umbrellas',
      referral: { source_type: 'ad', headline: 'Umbrellas for every rain' },
    }),
  });
  expect(answer.status).toBe(200);
}

type Told = { event_name: string; user_data: object; custom_data?: object };

async function conversions(simulatorUrl: string): Promise<Told[]> {
  const answer = await fetch(`${simulatorUrl}/_simulator/conversions`);
  return ((await answer.json()) as { event: Told }[]).map(({ event }) => event);
}
