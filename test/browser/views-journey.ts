// Views of the inbox: saved from the filters, chosen by key and from the palette, changed, arranged, deleted.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/product.ts';
import { seriousProblems } from './accessibility.ts';

const NAME = 'Clienti con tempo per rispondere liberamente, dal negozio';

export async function keepViews(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Views', exact: true });
  const chosen = page.getByRole('button', { name: `View: ${NAME}` });
  const changed = page.getByRole('button', { name: /Filters changed since the view was saved$/ });
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
  const address = () => new URL(page.url()).searchParams;

  await page.goto('/inbox');
  await button.click();
  await item('Save as a view…').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await item('Save as a view…').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Time to answer freely' }).click();
  await page.getByRole('option', { name: 'Open', exact: true }).click();
  await eventually(async () => address().has('window'));
  await page.goto(page.url());

  await button.click();
  await item('Save as a view…').click();
  const form = page.getByRole('dialog', { name: 'Save as a view' });
  await form.getByRole('textbox', { name: 'Name' }).fill(NAME);
  await form.getByText('For the team').click();
  expect(await seriousProblems(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save view' }).click();
  await chosen.waitFor();
  await form.waitFor({ state: 'detached' });
  const pane = await page.getByRole('region', { name: 'Inbox' }).boundingBox();
  const place = await chosen.boundingBox();
  expect(place!.x + place!.width).toBeLessThanOrEqual(pane!.x + pane!.width);

  await page.getByRole('navigation', { name: 'Which conversations' }).getByText('Waiting').click();
  await changed.waitFor();
  await chosen.click();
  await item(/^Save changes to/).click();
  await changed.waitFor({ state: 'detached' });

  await page.goto('/inbox');
  // With the list its keys are there.
  await page.getByRole('button', { name: /^Anna Verdi/ }).waitFor();
  await page.getByRole('heading', { name: 'Inbox' }).click();
  await page.keyboard.press('v');
  await item(NAME).and(page.locator(':focus')).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await item(NAME).click();
  await chosen.waitFor();
  await eventually(async () => address().get('show') === 'waiting' && address().has('window'));

  await page.goto('/contacts');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Search/ })
    .click();
  await page.getByPlaceholder('Search pages, actions and records').fill('dal negozio');
  // Other searches may answer meanwhile and move what is listed.
  await page.getByRole('dialog').getByRole('button', { name: NAME }).dispatchEvent('click');
  await chosen.waitFor();
  await eventually(async () => address().get('show') === 'waiting');

  await chosen.click();
  await item('Arrange views…').click();
  const arranging = page.getByRole('dialog', { name: 'Arrange views' });
  await arranging.getByRole('button', { name: `Actions for “${NAME}”` }).click();
  await item('Rename').click();
  await arranging.getByRole('textbox', { name: 'Name' }).fill('Dal negozio');
  await arranging.getByRole('textbox', { name: 'Name' }).press('Enter');
  await arranging.getByRole('button', { name: 'Actions for “Dal negozio”' }).click();
  await item('Delete').click();
  await arranging.getByText('Delete “Dal negozio” for the whole team?').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await arranging.getByRole('button', { name: 'Delete', exact: true }).click();
  await arranging.getByRole('button', { name: 'Actions for “Dal negozio”' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await arranging.waitFor({ state: 'detached' });
  await button.waitFor();
}
