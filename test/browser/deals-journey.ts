// A sale in a browser: from the contact to the card, over the board by pointer and by keys, won, taken back, won again.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousProblems } from './accessibility.ts';

/** In the demo, signed in as somebody who may write deals. */
export async function winDeal(page: Page): Promise<void> {
  await page.goto('/contacts');
  await page.locator('tbody tr[data-row="0"]').click();
  const contact = page.getByRole('complementary');
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
  await expect.poll(() => page.getByLabel('Expected close').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await seriousProblems(page)).toEqual([]);

  await page.goto('/deals/list?state=won&search=umbrellas');
  await page.getByRole('row', { name: /Two dozen umbrellas/ }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
}

/** Native dragging begins only after the pointer has moved with the button down, and is told of every step. */
async function drag(page: Page, card: Locator, target: Locator): Promise<void> {
  const [from, to] = [(await card.boundingBox())!, (await target.boundingBox())!];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 12, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
}
