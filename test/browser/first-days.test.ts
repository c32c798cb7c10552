// A newcomer's first days in a real browser: a workspace, contacts from a file, a template, a colleague, a protected account.
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedProcess, startProcess, throwAway } from '../support/started.ts';
import { newFolder } from '../support/temporary-folder.ts';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, PATIENCE_MS, visit } from './browser.ts';
import { setUpDeals } from './deal-setup-journey.ts';
import { signIn } from './sign-in.ts';

const login = { email: 'giulia@example.com', password: 'swallows return in spring' };
const colleague = { email: 'marco@example.com', password: 'the oven is warm at four' };

let folder: string;
let product: StartedProcess;
let addresses: Record<string, string>;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = newFolder('first-days');
  const env = { DATA_DIR: join(folder, 'data'), ADMIN_EMAIL: login.email, ADMIN_PASSWORD: login.password };
  product = startProcess(env, ['--empty']);
  [addresses, browser] = await Promise.all([product.ready(), openBrowser()]);
  context = await visit(browser, { baseUrl: addresses.Rondine! });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  product?.kill('SIGTERM');
  await product?.ended;
  throwAway(folder);
});

/** The six digits that an authenticator shows for `secret` (base32) at `at`, RFC 6238. */
function authenticatorCode(secret: string, at: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19]! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function mailTo(address: string): Promise<string> {
  const mailbox = addresses['Mailbox (simulated)']!;
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const { mails } = (await (await fetch(`${mailbox}/api/mails`)).json()) as {
      mails: { sequence: number }[];
    };
    for (const { sequence } of mails) {
      const mail = await (await fetch(`${mailbox}/api/mails/${sequence}`)).text();
      if (mail.includes(address)) return mail;
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`No mail to ${address} came.`);
}

const FILE =
  'Nome;Cellulare;E-mail;Etichette\nAda;+39 333 1234567;ada@example.com;VIP\nBea;12;;\nCarlo;+39 333 1234568;;\n';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const preview = () => page.getByRole('region', { name: 'Preview on a phone' });
const submit = () => page.getByRole('button', { name: 'Submit for review' }).first();

/** What the page itself would send. */
async function connectSimulator(): Promise<void> {
  await page.evaluate(async () => {
    const session = await fetch('/api/v1/session');
    const { workspaces } = (await session.json()) as { workspaces: [{ id: string }] };
    const headers = {
      'content-type': 'application/json',
      'x-rondine-csrf': '1',
      'x-workspace': workspaces[0].id,
    };
    await fetch('/api/v1/numbers/connect-simulator', { method: 'POST', headers, body: '{}' });
  });
}

describe('people, in a browser', () => {
  it('refuses a wrong password in words, and leads back to the page that was wanted', async () => {
    await page.goto('/settings/profile');
    await page.waitForURL('**/sign-in?**');
    await page.getByLabel('E-mail').fill(login.email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('do not match');
    await page.getByLabel('Password', { exact: true }).fill(login.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/settings/profile');
  });

  it('makes the first workspace', async () => {
    await page.goto('/');
    await page.getByLabel('Name').fill('Forno Aurora');
    await page.getByRole('button', { name: 'Make the workspace' }).click();
    await page.getByRole('button', { name: 'Workspace: Forno Aurora' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('speaks the language that the person chooses, also after a reload', async () => {
    await page.goto('/settings/profile');
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'Italiano' }).click();
    await page.getByRole('heading', { name: 'Profilo' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Profilo' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('it');
    await page.getByRole('combobox', { name: 'Lingua' }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
  });

  it('shows an API key once, and the key works', async () => {
    await page.goto('/settings/api-keys');
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByLabel('What uses the key').fill('Web shop');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const secret = await page.getByRole('region', { name: 'The API key' }).textContent();
    const answer = await fetch(`${addresses.Rondine}/api/v1/workspace`, {
      headers: { authorization: `Bearer ${secret?.trim()}` },
    });
    expect(await answer.json()).toMatchObject({ name: 'Forno Aurora' });
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByText('Web shop').waitFor();
  });
});

describe('contacts', () => {
  it('are loaded from a file, and what was refused comes back', async () => {
    await page.goto('/contacts/import');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.getByText('Match the columns').waitFor();
    await expect.poll(() => page.getByRole('combobox', { name: 'Cellulare' }).inputValue()).toBe('Phone');
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

  it('are blocked, and all unblocked at once', async () => {
    await page.goto('/contacts');
    await page.getByRole('cell', { name: 'Carlo' }).waitFor();
    await page.locator('tr[data-row="0"] input[type=checkbox]').click();
    await page.getByRole('button', { name: 'More', exact: true }).last().click();
    await page.getByRole('menuitem', { name: 'Block', exact: true }).click();
    await page.getByRole('button', { name: 'Block 1 contact' }).click();
    await page.getByText('1 contact changed').waitFor();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Unblock all blocked' }).click();
    await page.getByRole('dialog', { name: 'Unblock 1 contact?' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Unblock 1 contact' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/contacts?blocked=yes');
    await page.getByText('Nothing matches').waitFor();
  });

  it('are made one, with the values that were chosen', async () => {
    await page.goto('/contacts');
    await page.getByRole('cell', { name: 'Carlo' }).waitFor();
    for (const row of [0, 1]) await page.locator(`tr[data-row="${row}"] input[type=checkbox]`).click();
    await page.getByRole('button', { name: 'More', exact: true }).last().click();
    await page.getByRole('menuitem', { name: 'Merge the two' }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge two contacts' });
    await dialog.getByRole('radio', { name: 'Take Name of Carlo: Carlo' }).click();
    await dialog.getByText(/^A contact has one number/).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge into one contact' }).click();
    await dialog.waitFor({ state: 'detached' });
    const panel = page.locator('aside[aria-labelledby]');
    await panel.getByRole('heading', { name: 'Carlo' }).waitFor();
    await expect.poll(() => panel.getByLabel('E-mail').inputValue()).toBe('ada@example.com');
    await page.getByRole('cell', { name: 'Ada Lovelace' }).waitFor({ state: 'detached' });
  });
});

describe('deals', () => {
  it('ask for a pipeline first: named, with its stages, which are put in order', () => setUpDeals(page));
});

describe('templates, in a browser', () => {
  it('asks for a number first', async () => {
    await page.goto('/templates/new');
    await page.getByText('Connect a WhatsApp number first').waitFor();
    await connectSimulator();
    await page.goto('/templates');
    // What the account has already is read by itself.
    await page.getByRole('row', { name: /hello_world/ }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('shows faults while one types, and the message on the phone', async () => {
    await page.getByRole('link', { name: 'New template' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Spring Offer');
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('spring_offer');
    const body = page.getByRole('textbox', { name: 'Message', exact: true });
    await body.fill('%%FIRST_NAME%%');
    await expect.poll(() => body.inputValue()).toBe('{{1}}');
    await page.getByText('Write words before the first and after the last variable.').waitFor();
    await body.fill('Hello {{1}}, YOU W0N the best offer on the market! ');
    await page.getByText('“YOU W0N” is known from spam.', { exact: false }).waitFor();
    await page.getByText('“best offer on the market” is known from spam.', { exact: false }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await body.fill('Hello {{1}}, the *spring* collection has arrived in our shop. ');
    await page
      .getByText('Write words before the first and after the last variable.')
      .waitFor({ state: 'detached' });
    await preview().getByText('Hello Giulia, the').waitFor();
    await expect.poll(() => preview().locator('strong').textContent()).toBe('spring');
    await page.getByText('Field names', { exact: true }).click();
    await preview().getByText('Hello [First name], the').waitFor();
  });

  it('takes a picture, an opt-out button and a link, moved by keyboard', async () => {
    await page.getByText('Image', { exact: true }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'spring.png', mimeType: 'image/png', buffer: PNG });
    await page.getByRole('button', { name: 'Remove the file' }).waitFor();
    await preview().getByRole('img', { name: 'Picture in the header' }).waitFor();

    await page.getByRole('button', { name: 'Add “Stop promotions”' }).click();
    await page.getByText('Unsubscribes from marketing').waitFor();
    await page.getByRole('button', { name: 'Add button' }).click();
    await page.getByRole('menuitem', { name: 'Link' }).click();
    await submit().click();
    await page.getByText(/things? to mend before it can be submitted/).waitFor();
    const words = page.getByLabel('Words on the button').last();
    await words.fill('See it');
    await page.getByLabel('Address', { exact: true }).fill('https://shop.example.com/spring');
    await page.getByRole('button', { name: 'Move up' }).last().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Words on the button').first().inputValue()).toBe('See it');
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('is handed in, and approved before one’s eyes', async () => {
    await submit().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for review' }).click();
    const panel = page.getByRole('complementary');
    await panel.getByText('spring_offer').waitFor();
    await panel.getByText('Approved').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('is found from anywhere', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: /Search or jump to/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('spring');
    await page.getByText('spring_offer').click();
    await page.getByRole('complementary').getByText('Approved').waitFor();
    await page.waitForURL(/[?&]open=[0-9a-f-]{36}/);
  });

  it('asks before what was typed is lost', async () => {
    await page.goto('/templates/new');
    await page.getByLabel('Name', { exact: true }).fill('half_written');
    await page.getByRole('link', { name: 'Templates' }).first().click();
    await page.getByRole('dialog').getByText('Leave without saving?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('half_written');
    await page.getByRole('button', { name: 'Save draft' }).first().click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.waitForURL(/\/templates\/[0-9a-f-]{36}$/);
  });
});

describe('a second person', () => {
  it('invites a colleague, who joins by the link in the mail and appears without a reload', async () => {
    await page.goto('/settings/members');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    await page.getByRole('dialog').getByLabel('E-mail').fill(colleague.email);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('heading', { name: 'Invitations' }).waitFor();
    const link = /http[^\s"<>\\]+\/invitation\?token=[\w-]+/.exec(await mailTo(colleague.email))?.[0];
    expect(link).toBeDefined();

    const other = await visit(browser, { baseUrl: addresses.Rondine!, size: 'phone', scheme: 'dark' });
    const theirs = await other.newPage();
    await theirs.goto(link!);
    await theirs.getByLabel('Your name').fill('Marco De Luca');
    await theirs.getByLabel('Choose a password').fill(colleague.password);
    await theirs.getByRole('button', { name: 'Join' }).click();
    await theirs.getByRole('heading', { name: /Marco/ }).waitFor();
    await other.close();

    await page.getByRole('combobox', { name: 'Role of Marco De Luca' }).waitFor();
  });

  it('asks for the authenticator once two-step verification is on', async () => {
    await page.goto('/settings/profile');
    const section = page.getByRole('region', { name: 'Two-step verification' });
    await section.getByLabel('Your password').fill(login.password);
    await section.getByRole('button', { name: 'Turn on' }).click();
    const secret = await section.getByRole('region', { name: 'Secret of the authenticator' }).textContent();
    await section.getByLabel('I have kept the backup codes').check();
    await section
      .locator('input[inputmode="numeric"]')
      .first()
      .pressSequentially(authenticatorCode(secret!.trim(), Date.now()));
    await section.getByRole('button', { name: 'Turn on' }).click();
    await section.getByText('On', { exact: true }).waitFor();

    const fresh = await visit(browser, { baseUrl: addresses.Rondine! });
    const again = await fresh.newPage();
    await again.goto('/sign-in');
    await again.getByLabel('E-mail').fill(login.email);
    await again.getByLabel('Password', { exact: true }).fill(login.password);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.getByRole('heading', { name: 'Two-step verification' }).waitFor();
    await again
      .locator('input[inputmode="numeric"]')
      .first()
      .pressSequentially(authenticatorCode(secret!.trim(), Date.now()));
    await again.getByRole('button', { name: 'Workspace: Forno Aurora' }).waitFor();
    await fresh.close();
  });

  it('signs the colleague in and hides what their role may not see', async () => {
    const other = await visit(browser, { baseUrl: addresses.Rondine! });
    const theirs = await other.newPage();
    await signIn(theirs, colleague);
    await theirs.goto('/settings/members');
    await theirs.getByText('giulia@example.com').waitFor();
    expect(await theirs.getByRole('button', { name: 'Invite a person' }).count()).toBe(0);
    expect(await theirs.getByRole('link', { name: 'API keys' }).count()).toBe(0);
    await other.close();
  });
});
