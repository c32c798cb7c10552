// A newcomer's first minutes in a real browser: sign in, make a workspace, protect the account, invite a colleague.
import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedProcess, startProcess, throwAway } from '../support/started.ts';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, visit } from './browser.ts';
import { signIn } from './sign-in.ts';

const login = { email: 'giulia@example.com', password: 'swallows return in spring' };
const colleague = { email: 'marco@example.com', password: 'the oven is warm at four' };
const patience = 15_000;

let folder: string;
let product: StartedProcess;
let addresses: Record<string, string>;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondine-people-'));
  const env = { DATA_DIR: join(folder, 'data'), ADMIN_EMAIL: login.email, ADMIN_PASSWORD: login.password };
  product = startProcess(env, ['--empty']);
  [addresses, browser] = await Promise.all([product.ready(), openBrowser()]);
  context = await visit(browser, { baseUrl: addresses.Rondine! });
  page = await context.newPage();
  page.setDefaultTimeout(patience);
}, 180_000);

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
  const deadline = Date.now() + patience;
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
    expect(await page.locator('html').getAttribute('lang')).toBe('it');
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
    theirs.setDefaultTimeout(patience);
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
    again.setDefaultTimeout(patience);
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
    theirs.setDefaultTimeout(patience);
    await signIn(theirs, colleague);
    await theirs.goto('/settings/members');
    await theirs.getByText('giulia@example.com').waitFor();
    expect(await theirs.getByRole('button', { name: 'Invite a person' }).count()).toBe(0);
    expect(await theirs.getByRole('link', { name: 'API keys' }).count()).toBe(0);
    await other.close();
  });
});
