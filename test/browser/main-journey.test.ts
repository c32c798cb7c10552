// The main job in a real browser: first login, number, import, template, campaign, a customer's reply, our answer.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { type StartedProcess, startProcess, throwAway } from '../support/started.ts';
import { newFolder } from '../support/temporary-folder.ts';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, visit } from './browser.ts';

/** The last seven digits are fates of the simulator: ordinary, ordinary, never read, answers, cannot be reached. */
const csv = [
  'Telefono;Nome;Cognome;E-mail',
  '333 9990000;Anna;Castellani della Rovere;anna@example.com',
  '334 9990000;Bruno;Neri;bruno@example.com',
  '338 9990002;Carla;Moro;carla@example.com',
  '339 9990004;Dario;Sala;dario@example.com',
  '347 9131026;Elena;Riva;elena@example.com',
  '12;Franco;Corti;franco@example.com',
].join('\r\n');

let folder: string;
let product: StartedProcess;
let told: Record<string, string>;
let browser: Browser;
/** The product's tab, and the tab in which the customer holds their phone. */
let page: Page;
let phone: Page;
const troubles: string[] = [];

beforeAll(async () => {
  folder = newFolder('journey');
  product = startProcess({ DATA_DIR: join(folder, 'data') }, ['--empty']);
  [told, browser] = await Promise.all([product.ready(), openBrowser()]);
  // Its customers take half a minute to read and answer: here ten times faster.
  await fetch(told['Phone (simulated customers)']!.replace(/phone$/, '_simulator/settings'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ speed: 10 }),
  });
  const context = await visit(browser, { baseUrl: told.Rondine! });
  [page, phone] = [await context.newPage(), await context.newPage()];
  for (const tab of [page, phone]) tab.on('pageerror', (error) => troubles.push(`${tab.url()} ${error}`));
});

afterAll(async () => {
  await browser?.close();
  product?.kill('SIGTERM');
  await product?.ended;
  throwAway(folder);
});

const go = (area: string) => page.getByRole('navigation').getByRole('link', { name: area }).first().click();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });

/** The figure that stands under `label`. */
const figure = (label: string): Locator =>
  page.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('xpath=following-sibling::dd[1]');

/** Waits until `label` shows `value`; the page gets it by itself. */
async function showsFigure(label: string, value: number): Promise<void> {
  await figure(label)
    .filter({ hasText: new RegExp(`^${value}(\\D|\\d*\\s?%|$)`) })
    .waitFor();
}

async function choose(label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).first().click();
  await page.getByRole('option', { name: option }).first().click();
}

let failed = false;
beforeEach(({ skip }) => {
  skip(failed, 'the step before failed');
  onTestFailed(async ({ task }) => {
    failed = true;
    mkdirSync('screens', { recursive: true });
    await page.screenshot({ path: `screens/failed: ${task.name}.png` });
  });
});

describe('from the first login to an answered customer', { timeout: 400_000 }, () => {
  it('lets the first person in with the printed password', async () => {
    const [email, password] = told['First login']!.split(/ {2,}/);
    await page.goto('/');
    await page.getByLabel('E-mail').fill(email!);
    await page.getByLabel('Password', { exact: true }).fill(password!);
    await button('Sign in').click();
    await page.getByLabel('Name').fill('Pasticceria Castellani della Rovere');
    await button('Make the workspace').click();
    await button('Workspace: Pasticceria Castellani della Rovere').waitFor();
  });

  it('connects the simulated number', async () => {
    await go('Settings');
    await page.getByRole('link', { name: 'WhatsApp numbers' }).click();
    await button('Connect a simulated number').click();
    await page.getByText('Simulated', { exact: true }).waitFor();
    await page.getByText('Connected', { exact: true }).first().waitFor();
  });

  it('imports a spreadsheet, and hands back the row that it refused', async () => {
    await go('Contacts');
    await page.getByRole('link', { name: 'Import a CSV' }).first().click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button('Drop a CSV file here').click(),
    ]);
    await chooser.setFiles({ name: 'clienti.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });

    await heading('Match the columns').waitFor();
    for (const [column, target] of [
      ['Telefono', 'Phone'],
      ['Nome', 'First name'],
      ['Cognome', 'Last name'],
      ['E-mail', 'E-mail'],
    ] as const)
      await expect
        .poll(() => page.getByRole('combobox', { name: column, exact: true }).inputValue())
        .toBe(target);
    await expect.poll(() => page.getByRole('combobox', { name: 'Separator' }).inputValue()).toBe('Semicolon');

    await choose('National numbers are from', 'Italy');
    await page.getByRole('combobox', { name: 'Lists for all' }).fill('Spring customers');
    await page.getByRole('option', { name: /Spring customers/ }).click();
    await page.getByText('Spring customers', { exact: true }).waitFor();
    await choose('Where do these people come from?', 'They are our customers');
    await choose('Marketing consent', 'Subscribed');
    await page.getByLabel('Where the consent comes from').fill('Paper form in the shop');
    await button('Import contacts').click();

    await heading('The import is complete').waitFor();
    await showsFigure('New contacts', 5);
    await showsFigure('Refused', 1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('Download refused rows').click(),
    ]);
    const refused = readFileSync(await download.path(), 'utf8');
    expect(refused).toContain('Franco;Corti');
    expect(refused).not.toContain('Anna');
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('link', { name: 'See contacts' }).click();
    await page.getByText('Anna Castellani della Rovere').first().waitFor();
    await expect.poll(() => page.locator('main tbody tr[data-row]').count()).toBe(5);
  });

  it('writes a template and sees it approved', async () => {
    await go('Templates');
    await page.getByRole('link', { name: 'New template' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('colomba offer');
    const body = page.getByRole('textbox', { name: 'Message', exact: true });
    await body.fill('Hello %%FIRST_NAME%%, the Easter cakes are ready: *10% off* for you until Sunday.');
    await page.getByLabel('If empty').fill('there');
    await button('Add “Stop promotions”').click();
    await button('Submit for review').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for review' }).click();
    const panel = page.getByRole('complementary');
    await panel.getByText('colomba_offer').waitFor();
    await panel.getByText('Approved').waitFor();
  });

  it('sends a campaign to the list and watches it arrive', async () => {
    await go('Campaigns');
    await page.getByRole('link', { name: 'New campaign' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Easter cakes');
    await choose('Template', /colomba_offer/);
    await choose('Lists', /Spring customers/);
    await button('Send campaign to 5 contacts').click();
    const question = page.getByRole('dialog');
    await question.getByText('Send “Easter cakes” to 5 contacts?').waitFor();
    await question.getByRole('button', { name: 'Send campaign to 5 contacts' }).click();

    await heading('Easter cakes').waitFor();
    await page.evaluate(() => Object.assign(globalThis, { wasHere: true }));
    await page.getByText('Completed', { exact: true }).first().waitFor();
    await showsFigure('Audience', 5);
    await showsFigure('Delivered', 4);
    await showsFigure('Read', 3);
    await showsFigure('Replied', 1);
    await showsFigure('Failed', 1);
    // All of it came by itself: the page was not loaded again.
    expect(await page.evaluate(() => 'wasHere' in globalThis)).toBe(true);
    await page.getByText('Elena Riva').first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('reaches the customer’s phone, whose reply appears in the inbox', async () => {
    await go('Inbox');
    await button(/Dario Sala/).waitFor();
    await phone.goto(told['Phone (simulated customers)']!);
    await phone.getByRole('searchbox').fill('333999');
    await phone.getByRole('navigation', { name: 'Customers' }).getByRole('button').first().click();
    const messages = phone.getByRole('log', { name: 'Messages' });
    await messages.getByText('Hello Anna, the Easter cakes are ready: 10% off for you').waitFor();
    await phone.getByRole('textbox', { name: 'Message' }).fill('Two with almonds, please!');
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await messages.getByText('Two with almonds, please!').waitFor();

    await page.bringToFront();
    const row = button(/Anna Castellani della Rovere/);
    await row.filter({ hasText: 'Two with almonds, please!' }).waitFor();
    await row.filter({ hasText: '1 unread message' }).waitFor();
  });

  it('answers with the keyboard alone, and the answer is on the phone', async () => {
    const row = button(/Anna Castellani della Rovere/);
    await row.focus();
    await page.keyboard.press('Enter');
    const thread = page.getByRole('region', { name: 'Anna Castellani della Rovere' });
    await thread.getByText('the Easter cakes are ready').waitFor();
    await thread.getByText('Two with almonds, please!').waitFor();
    await thread.getByRole('progressbar', { name: 'Time left for free messages' }).waitFor();
    const focused = page.locator(':focus');
    await thread.getByRole('textbox', { name: 'Write an answer' }).and(focused).waitFor();
    await page.keyboard.type('With pleasure, see you on Saturday.');
    await page.keyboard.press('Enter');
    const ours = thread.getByRole('article').filter({ hasText: 'With pleasure, see you on Saturday.' });
    await ours.waitFor();
    await page.keyboard.press('Escape');
    await row.and(focused).waitFor();
    await phone.bringToFront();
    await phone
      .getByRole('log', { name: 'Messages' })
      .getByText('With pleasure, see you on Saturday.')
      .waitFor();
    // She has it open before her: the second tick turns blue.
    await page.bringToFront();
    await ours.getByRole('button', { name: /Read$/ }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
