// The inbox in a real browser: connect a number, a customer writes, one answers, and everything shows live.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/product.ts';
import { type StartedProcess, startProcess, throwAway } from '../support/started.ts';
import { newFolder } from '../support/temporary-folder.ts';
import { seriousProblems } from './accessibility.ts';
import { answerInOtherWays } from './answering-journey.ts';
import { openBrowser, visit } from './browser.ts';
import { beTold, catchUpWithoutReload, chimeInOneTab, takePushes } from './notified-journey.ts';
import { attends, changed } from './server-answers.ts';
import { ensureWorkspace, signIn } from './sign-in.ts';
import { readLongConversation, seeEveryKind } from './thread-journey.ts';
import { keepViews } from './views-journey.ts';
import { sendPicturesBothWays, sendTemplateAfterADay } from './window-journey.ts';

const login = { email: 'giulia@example.com', password: 'swallows return in spring' };
const colleague = { email: 'marco@example.com', password: 'second swallow of the year' };
const customer = '+393331234567';

type Mail = { sequence: number };

let folder: string;
let product: StartedProcess;
let simulator: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = newFolder('inbox');
  const env = { DATA_DIR: join(folder, 'data'), ADMIN_EMAIL: login.email, ADMIN_PASSWORD: login.password };
  product = startProcess(env, ['--empty']);
  const [addresses, opened] = await Promise.all([product.ready(), openBrowser()]);
  browser = opened;
  simulator = new URL(addresses['Mailbox (simulated)']!).origin;
  page = await (await visit(browser, { baseUrl: addresses.Rondine! })).newPage();
});

afterAll(async () => {
  await browser?.close();
  product?.kill('SIGTERM');
  await product?.ended;
  throwAway(folder);
});

async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${simulator}/_simulator${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  return (await answer.json()) as T;
}

/** How often the customer got `text`. */
async function timesSent(text: string): Promise<number> {
  const path = `/messages?customer=${encodeURIComponent(customer)}&direction=business`;
  const { messages } = await control<{ messages: unknown[] }>('GET', path);
  return messages.filter((message) => JSON.stringify(message).includes(text)).length;
}

const write = (text: string) =>
  control('POST', `/customers/${customer}/messages`, { text, name: 'Anna Verdi' });

it('connects a simulated number in one step', async () => {
  await signIn(page, login);
  await ensureWorkspace(page, 'Forno Aurora');
  await page.goto('/settings/numbers');
  await page.getByRole('button', { name: 'Connect a simulated number' }).click();
  await page.getByText('Messaging limit').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
});

it('shows what a customer writes, at once', async () => {
  await page.goto('/inbox');
  await page.getByText('No conversations yet').waitFor();
  await write('Avete ancora il pane di segale?');
  await page.getByRole('button', { name: /^Anna Verdi/ }).click();
  await page.getByRole('log').getByText('Avete ancora il pane di segale?').waitFor();
});

it('answers with the keyboard, and the customer gets it', async () => {
  const box = page.getByRole('textbox', { name: 'Write an answer' });
  await box.fill('Sì, *due*');
  await box.press('Shift+Enter');
  await box.pressSequentially('A più tardi!');
  await box.press('Enter');
  await page.getByRole('log').getByText('A più tardi!').waitFor();
  await page.getByRole('log').locator('strong').getByText('due').waitFor();
  await expect.poll(() => box.inputValue()).toBe('');
  await eventually(async () => {
    const path = `/messages?customer=${encodeURIComponent(customer)}&direction=business`;
    const { messages } = await control<{ messages: unknown[] }>('GET', path);
    return JSON.stringify(messages).includes('Sì, *due*\\nA più tardi!');
  });
});

it('quotes, asks with buttons, reacts, sends a voice note, quick replies and answers for later', () =>
  answerInOtherWays(page, control, customer));

it('keeps a note for the team, with somebody named by @', async () => {
  const inbox = page.getByRole('textbox', { name: 'Write an answer' });
  await inbox.press('Alt+n');
  const note = page.getByRole('textbox', { name: 'Write a note for the team' });
  await note.pressSequentially('Sconto per @own');
  await page.getByRole('listbox', { name: 'People' }).getByRole('option').first().waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await note.press('Enter');
  await expect.poll(() => note.inputValue()).toMatch(/^Sconto per @Owner $/);
  await note.press('Enter');
  await page
    .getByRole('log')
    .getByRole('article', { name: 'Note' })
    .getByText(/^Sconto per @/)
    .waitFor();
  await page.getByRole('tab', { name: 'Reply' }).click();
  await inbox.waitFor();
});

it('sends once what was written while the server was away: through a reload, in two tabs, offline', async () => {
  const context = page.context();
  const log = page.getByRole('log');
  const box = page.getByRole('textbox', { name: 'Write an answer' });
  const sending = '**/api/v1/conversations/*/messages';
  await context.route(sending, (route) =>
    route.request().method() === 'POST' ? route.abort('connectionfailed') : route.continue(),
  );
  await box.fill('Lo teniamo da parte');
  await Promise.all([box.press('Enter'), box.press('Enter')]);
  await log.getByText('Lo teniamo da parte').waitFor();
  await log.getByText('The server cannot be reached', { exact: false }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  // A page that is left while its requests are held could not say that it no longer shows the conversation.
  const chat = page.url();
  const elsewhere = attends(page, null);
  await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).first().click();
  await elsewhere;
  await page.goto(chat);
  await log.getByText('Lo teniamo da parte').waitFor();
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByRole('log').getByText('Lo teniamo da parte').waitFor();
  await context.unrouteAll({ behavior: 'wait' });
  for (const tab of [page, second]) await tab.evaluate("window.dispatchEvent(new Event('online'))");
  await log.getByRole('button', { name: 'Try now' }).waitFor({ state: 'detached' });

  await context.setOffline(true);
  await box.fill('Fino alle otto');
  await box.press('Enter');
  await log.getByText('The server cannot be reached', { exact: false }).waitFor();
  await context.setOffline(false);
  await log.getByRole('button', { name: 'Try now' }).waitFor({ state: 'detached' });
  for (const text of ['Lo teniamo da parte', 'Fino alle otto']) {
    await eventually(async () => (await timesSent(text)) > 0);
    await log.getByText(text).waitFor();
    await expect.poll(async () => [await log.getByText(text).count(), await timesSent(text)]).toEqual([1, 1]);
  }

  // It is told once typing rests; a list that was read before does not hear of it.
  const kept = page.waitForResponse(
    (answer) => answer.ok() && (answer.request().postData() ?? '').includes('Non ancora finit'),
  );
  await box.fill('Non ancora finit');
  await kept;
  await second.goto('/inbox');
  await second
    .getByRole('button', { name: /^Anna Verdi/ })
    .getByText('Draft:')
    .waitFor();
  await page.reload();
  await eventually(async () => (await box.inputValue()) === 'Non ancora finit');
  await box.fill('');
  await second.close();
});

it('shows what came while there was no network, without a reload', () => catchUpWithoutReload(page, write));

it('shows the ticks and the next message without being asked', async () => {
  await control('POST', `/customers/${customer}/read`, {});
  await page.getByRole('log').getByRole('button', { name: /Read/ }).first().waitFor();
  await write('Perfetto, grazie');
  await page.getByRole('log').getByText('Perfetto, grazie').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
});

it('tells of a message while one is elsewhere, and no longer once it is read', () => beTold(page, write));

it('chimes in one tab of several', () => chimeInOneTab(page, write));

it('takes pushes on this device, and sends a test that the browser can open', () =>
  takePushes(page, control));

it('is worked by keyboard: next, open, close, and the tabs follow', async () => {
  await page.goto('/inbox');
  const row = page.getByRole('button', { name: /^Anna Verdi/ });
  await row.waitFor();
  await page.keyboard.press('j');
  await page.locator('button:focus', { hasText: 'Anna Verdi' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText('Perfetto, grazie').waitFor();
  await page.getByRole('textbox', { name: 'Write an answer' }).press('Escape');
  await page.keyboard.press('e');
  await page.getByText('Conversation closed').waitFor();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Closed' }).click();
  await row.waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Time to answer freely' }).click();
  await page.getByRole('option', { name: 'Over, templates only' }).click();
  await page.getByText('Nothing matches').waitFor();
  await page.waitForURL(/window/);
  expect(await seriousProblems(page)).toEqual([]);
  await write('Ancora io, grazie');
  await page.goto('/inbox');
  await row.getByText('Ancora io, grazie').waitFor();
  await page.getByRole('textbox', { name: 'Search people and messages' }).fill('perf graz');
  await page.getByText('Nobody wrote this').waitFor();
  await page.getByRole('textbox', { name: 'Search people and messages' }).fill('perfetto graz');
  const said = page.getByRole('region', { name: 'Said in messages' });
  await said.getByRole('button', { name: /Perfetto, grazie/ }).click();
  await page.locator('[data-sought]', { hasText: 'Perfetto, grazie' }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
});

it('keeps filters as views, for one and for the team', () => keepViews(page));

it('changes the customer in the card beside the thread', async () => {
  await page.goto('/inbox');
  await page.getByRole('button', { name: /^Anna Verdi/ }).click();
  const card = page.getByRole('complementary', { name: 'Contact' });
  const email = card.getByRole('textbox', { name: 'E-mail' });
  await email.fill('anna');
  await email.press('Enter');
  await card.getByText('This is not an e-mail address').waitFor();
  await email.fill('anna@example.com');
  const kept = changed(page, /\/contacts\//);
  await email.press('Enter');
  await kept;
  await card.getByText('This is not an e-mail address').waitFor({ state: 'detached' });
  await card.getByRole('textbox', { name: 'First name' }).fill('Annamaria');
  await card.getByRole('textbox', { name: 'First name' }).press('Escape');
  await expect.poll(() => card.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('');
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hide the contact' }).first().click();
  await card.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: 'Show the contact' }).click();
  await eventually(async () => (await email.inputValue()) === 'anna@example.com');
});

it('is shared by two: handed over with a note, written in by both, closed with a reason, opened again', async () => {
  await page.goto('/settings/members');
  await page.getByRole('button', { name: 'Invite a person' }).click();
  await page.getByRole('dialog').getByLabel('E-mail').fill(colleague.email);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  const link = await eventually(async () => {
    const { mails } = (await (await fetch(`${simulator}/mailbox/api/mails`)).json()) as { mails: Mail[] };
    const letters = mails.map(({ sequence }) => fetch(`${simulator}/mailbox/api/mails/${sequence}`));
    const texts = await Promise.all(letters.map(async (letter) => (await letter).text()));
    const letter = texts.find((text) => text.includes(colleague.email));
    return letter && /http[^\s"<>\\]+\/invitation\?token=[\w-]+/.exec(letter)?.[0];
  });
  const context = await visit(browser, { baseUrl: new URL(link).origin });
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('Your name').fill('Marco De Luca');
  await theirs.getByLabel('Choose a password').fill(colleague.password);
  await theirs.getByRole('button', { name: 'Join' }).click();
  await theirs.getByRole('heading', { name: /Marco/ }).waitFor();
  await theirs.goto('/inbox');
  await theirs.getByRole('textbox', { name: 'Search people and messages' }).waitFor();
  const row = (on: Page) => on.getByRole('button', { name: /^Anna Verdi/ });
  expect(await row(theirs).count()).toBe(0);

  await page.goto('/inbox');
  await row(page).click();
  await page.getByRole('log').getByText('Perfetto, grazie').waitFor();
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Marco De Luca/ }).click();
  await page.getByRole('textbox', { name: 'What they should know' }).fill('Aspetta due pani');
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click();
  await row(theirs).click();
  await theirs.getByRole('log').getByText('Aspetta due pani').waitFor();

  const answer = (on: Page) => on.getByRole('textbox', { name: 'Write an answer' });
  const writes = page.getByText('Marco De Luca is writing an answer');
  // Who pauses is not writing: he goes on until it is seen.
  await eventually(async () => {
    await answer(theirs).pressSequentially('.');
    return writes.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  });
  expect(await seriousProblems(page)).toEqual([]);
  await answer(theirs).fill('Certo, li metto da parte');
  await answer(page).fill('Sì, passi pure');
  await answer(page).press('Enter');
  await theirs.getByRole('log').getByText('Sì, passi pure').waitFor();
  await answer(theirs).press('Enter');
  await theirs.getByText('has answered meanwhile').waitFor();
  expect(await seriousProblems(theirs)).toEqual([]);
  await theirs.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByRole('log').getByText('Certo, li metto da parte').waitFor();

  await theirs.getByRole('button', { name: 'Close', exact: true }).click();
  await theirs.getByRole('textbox', { name: 'Reason' }).fill('Risolto');
  await theirs.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await page
    .getByRole('log')
    .getByText(/Risolto/)
    .waitFor();
  await write('Dimenticavo: senza sale');
  await page.getByRole('log').getByText('Dimenticavo: senza sale').waitFor();
  await row(theirs).waitFor();
  await context.close();
});

it('offers templates alone once a day has passed, and one of them reaches the customer', () =>
  sendTemplateAfterADay(page, control));

it('takes a picture from the customer’s phone, and sends one there', () =>
  sendPicturesBothWays(page, `${simulator}/phone`));

it('stops campaigns when the quality falls, says what to do, and lets one answer all the same', async () => {
  const phoneNumberId = await page.evaluate(async () => {
    const { workspaces } = (await (await fetch('/api/v1/session')).json()) as {
      workspaces: [{ id: string }];
    };
    const headers = { 'x-workspace': workspaces[0].id };
    const numbers = await fetch('/api/v1/numbers', { headers });
    return ((await numbers.json()) as { items: [{ phoneNumberId: string }] }).items[0].phoneNumberId;
  });
  await control('POST', `/phone-numbers/${phoneNumberId}`, { quality_rating: 'RED' });
  await page.goto('/number-health');
  await page.getByText('Campaigns rest until', { exact: false }).waitFor();
  await page.getByRole('heading', { name: 'What to do while the quality is low' }).waitFor();
  await page.getByRole('checkbox', { name: /^Rewrite the texts/ }).click();
  await page.getByText(/^Done by /).waitFor();
  await page.getByText(/^Stopped campaigns of /).waitFor();
  expect(await seriousProblems(page)).toEqual([]);

  await page.goto('/inbox');
  await page.getByRole('button', { name: /^Anna Verdi/ }).click();
  await page.getByRole('textbox', { name: 'Write an answer' }).fill('Siamo aperti fino alle sette.');
  await page.getByRole('textbox', { name: 'Write an answer' }).press('Enter');
  await eventually(async () => (await timesSent('Siamo aperti fino alle sette.')) > 0);
});

it('opens a ticket for the customer, works on it beside the chat, and the report counts it', async () => {
  await page.goto('/tickets');
  await page.getByText('No tickets yet').waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog');
  await form.getByLabel('Title').fill('Rye bread for Saturday');
  await form.getByRole('combobox', { name: 'Contact' }).fill('Anna');
  await page.getByRole('option', { name: /Anna Verdi/ }).click();
  expect(await seriousProblems(page)).toEqual([]);
  await form.getByRole('button', { name: 'Open ticket' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rye bread for Saturday' }).waitFor();
  await page.getByRole('log').getByText('Avete ancora il pane di segale?').first().waitFor();

  await page.getByPlaceholder(/^Write a note/).fill('Two loaves, sliced');
  await page.getByPlaceholder(/^Write a note/).press('Control+Enter');
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Resolved' }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('Status: Open → Resolved').waitFor();
  await timeline.getByText('Two loaves, sliced').waitFor();
  expect(await seriousProblems(page)).toEqual([]);

  await page.goto('/tickets/report');
  const byStatus = page.getByRole('list', { name: 'By status' }).getByRole('listitem');
  await byStatus.filter({ hasText: /^Resolved\s*1$/ }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'By status: Show as a table' }).click();
  await page.getByRole('row', { name: 'Resolved 1' }).waitFor();
});

it('shows what else customers send, and goes to what they quote', () => seeEveryKind(page, control));

it('keeps the place in a long conversation, with a part of it on the page', () =>
  readLongConversation(page, control));
