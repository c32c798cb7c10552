// From an empty workspace to loaded contacts, in a real browser: import a file, mend what was refused, change one person.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedProcess, startProcess, throwAway } from '../support/started.ts';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, visit } from './browser.ts';
import { ensureWorkspace, signIn } from './sign-in.ts';

const login = { email: 'giulia@example.com', password: 'swallows return in spring' };

let folder: string;
let product: StartedProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondine-contacts-'));
  const env = { DATA_DIR: join(folder, 'data'), ADMIN_EMAIL: login.email, ADMIN_PASSWORD: login.password };
  product = startProcess(env, ['--empty']);
  const [addresses, opened] = await Promise.all([product.ready(), openBrowser()]);
  browser = opened;
  context = await visit(browser, { baseUrl: addresses.Rondine! });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await signIn(page, login);
  await ensureWorkspace(page, 'Forno Aurora');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  product?.kill('SIGTERM');
  await product?.ended;
  throwAway(folder);
});

const FILE =
  'Nome;Cellulare;E-mail;Etichette\nAda;+39 333 1234567;ada@example.com;VIP\nBea;12;;\nCarlo;+39 333 1234568;;\n';

describe('contacts', { timeout: 60_000 }, () => {
  it('are loaded from a file, and what was refused comes back', async () => {
    await page.goto('/contacts/import');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.getByText('Match the columns').waitFor();
    expect(await page.getByRole('combobox', { name: 'Cellulare' }).inputValue()).toBe('Phone');
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Import contacts' }).click();
    await page.getByText('The import is complete').waitFor();
    await page.getByText('“12” is too short for a phone number').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download refused rows' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('people - rejected.csv');
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'See contacts' }).click();
    await page.getByRole('cell', { name: 'Carlo' }).waitFor();
  });

  it('are found, opened and changed; the list follows', async () => {
    await page.goto('/contacts');
    await page.getByPlaceholder('Search by name, phone or e-mail').fill('333 123 4567');
    await page.getByRole('cell', { name: 'Carlo' }).waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'Ada' }).first().click();
    const panel = page.locator('aside[aria-labelledby]');
    await panel.getByLabel('Last name').fill('Lovelace');
    await panel.getByLabel('Phone').fill('+39 333 1234568');
    await panel.getByRole('button', { name: 'Save changes' }).click();
    await panel.getByText('has this number already').waitFor();
    await panel.getByLabel('Phone').fill('+39 333 1234567');
    await panel.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('cell', { name: 'Ada Lovelace' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('are tagged together, with a tag made on the way', async () => {
    await page.goto('/contacts');
    await page.getByRole('cell', { name: 'Carlo' }).waitFor();
    for (const row of [0, 1]) await page.locator(`tr[data-row="${row}"] input[type=checkbox]`).click();
    await page.getByRole('button', { name: 'Tag', exact: true }).last().click();
    await page.getByRole('menuitem', { name: 'Add tags' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Tag' })
      .or(page.getByRole('dialog').getByRole('combobox'))
      .first()
      .fill('Autumn');
    await page.getByRole('option', { name: 'Create “Autumn”' }).click();
    await page.getByRole('button', { name: 'Apply to 2 contacts' }).click();
    await page.getByText('2 contacts changed').waitFor();
    await page.goto('/settings/tags');
    await page.getByText('Autumn').waitFor();
    await page.getByText('2 contacts').waitFor();
  });
});
