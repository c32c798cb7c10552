// The first access to deals in a browser: a pipeline is asked for, made, and its stages are put in order.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousProblems } from './accessibility.ts';
import { drag } from './drag.ts';
import { changed } from './server-answers.ts';

/** In a workspace without deals, signed in as its owner. */
export async function setUpDeals(page: Page): Promise<void> {
  await page.goto('/deals');
  await page.getByText('Create your first pipeline').waitFor();
  await page.getByRole('button', { name: 'Create pipeline' }).click();
  const form = page.getByRole('dialog', { name: 'New pipeline' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Sales pipeline');
  await form.getByRole('textbox', { name: 'Name of stage 1' }).fill('Enquiry');
  await form.getByRole('button', { name: 'Add stage' }).click();
  await form.getByRole('textbox', { name: 'Name of stage 2' }).fill('Offer');
  const save = form.getByRole('button', { name: 'Create pipeline' });
  // Emptied is not 0 %.
  await form.getByRole('textbox', { name: 'Probability of Offer' }).fill('');
  await form.getByText('Write a number from 0 to 100').waitFor();
  await expect.poll(() => save.isDisabled()).toBe(true);
  await form.getByRole('textbox', { name: 'Probability of Offer' }).fill('60');
  expect(await seriousProblems(page)).toEqual([]);
  await save.click();
  await form.waitFor({ state: 'detached' });
  for (const stage of ['Enquiry', 'Offer', 'Won', 'Lost'])
    await page.getByRole('region', { name: stage, exact: true }).waitFor();

  await page.getByRole('link', { name: 'Pipelines and stages' }).click();
  const stages = page.getByRole('region', { name: 'Sales pipeline' }).getByRole('listitem');
  await stages.filter({ hasText: 'Offer' }).waitFor();
  const order = () => stages.allTextContents();
  const inOrder = (...names: string[]) => names.map((name) => expect.stringMatching(`^${name}`));
  expect(await order()).toEqual(inOrder('Enquiry', 'Offer', 'Won', 'Lost'));
  const saved = changed(page, /\/stages\/order$/);
  await drag(page, stages.filter({ hasText: 'Offer' }), stages.filter({ hasText: 'Enquiry' }));
  await saved;
  await expect.poll(order).toEqual(inOrder('Offer', 'Enquiry', 'Won', 'Lost'));
  await page.reload();
  await stages.filter({ hasText: 'Offer' }).waitFor();
  await expect.poll(order).toEqual(inOrder('Offer', 'Enquiry', 'Won', 'Lost'));
}
