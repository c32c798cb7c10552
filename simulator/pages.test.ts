// The phone and the mailbox in a real browser: one receives, taps, answers, blocks, and reads mail.

import sparticuz from '@sparticuz/chromium';
import axe, { type AxeResults } from 'axe-core';
import nodemailer from 'nodemailer';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, inboundOf, startBench, until } from './testing/graph-client.ts';

let bench: Bench;
let browser: Browser;
beforeAll(async () => {
  bench = await startBench();
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox'],
    timeout: 180_000,
  });
});
afterAll(async () => {
  await browser.close();
  await bench.close();
});

async function openPage(path: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(bench.url + path);
  return page;
}

async function problems(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const PERSON = '393331230001';
const buttons = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'La vuoi *rossa* o _nera_? https://x.it' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'red', title: 'Rossa' } },
        { type: 'reply', reply: { id: 'black', title: 'Nera' } },
      ],
    },
  },
};

describe('the phone', () => {
  it('shows what a customer received, live, and lets them tap, write, react and block', async () => {
    await bench.control('POST', `/customers/${PERSON}`, { name: 'Ada Conti' });
    await bench.open(PERSON);
    const page = await openPage('/phone');
    await page.getByRole('button', { name: /Ada Conti/ }).click();
    await page.getByText('Ciao', { exact: true }).last().waitFor();
    await bench.send({ to: PERSON, ...buttons });
    await page.locator('.bubble strong', { hasText: 'rossa' }).waitFor();
    expect(await page.locator('.bubble a').getAttribute('href')).toBe('https://x.it');
    expect(await problems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Rossa', exact: true }).click();
    await until(() => inboundOf(bench.receiver).find((one) => one.interactive?.button_reply?.id === 'red'));
    await page.getByRole('textbox', { name: 'Message' }).fill('Perché è più bella 🎉');
    await page.keyboard.press('Enter');
    const written = await until(() =>
      inboundOf(bench.receiver).find((one) => one.text?.body.startsWith('Perché')),
    );
    await page.locator('.mine .bubble', { hasText: 'più bella' }).waitFor();
    await bench.send({ status: 'read', message_id: written.id });
    await page.getByRole('img', { name: 'Read by the business' }).first().waitFor();

    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Block business' }).click();
    await until(() => bench.simulator.world.customers.find(PERSON)?.blocked.size);
    await page.getByText('· blocked').waitFor();
    await page.context().close();
  });

  it('lets a new customer write first, on a small screen', async () => {
    const page = await openPage('/phone', 390);
    await page.getByRole('button', { name: 'New customer' }).click();
    await page.getByLabel('Phone number').fill('+39 333 123 0002');
    await page.getByLabel('Name').fill('Luca Greco');
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Buongiorno');
    await page.getByRole('button', { name: 'Send' }).click();
    const value = await until(() => inboundOf(bench.receiver).find((one) => one.text?.body === 'Buongiorno'));
    expect(value.from).toBe('393331230002');
    await page.getByRole('button', { name: 'All customers' }).click();
    await page.getByRole('button', { name: /Luca Greco/ }).waitFor();
    await page.context().close();
  });
});

describe('the quality page', () => {
  it('shows ratings, the week, limits, templates and events, live', async () => {
    const page = await openPage('/quality', 390);
    await page.getByText('People do not judge').waitFor();
    await bench.control('POST', '/settings', { people: { judge: true }, limits: { byTier: true } });
    const [template] = bench.simulator.world.templates.of(bench.wabaId);
    await bench.control('POST', `/templates/${template!.id}`, { quality: 'RED', pause: true });
    await page.getByText('PAUSED (FIRST_PAUSE)').waitFor();
    await page.getByText('of 100,000 people reached in 24 hours').waitFor();
    expect(await problems(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.context().close();
  });
});

describe('the mailbox', () => {
  it('shows a mail as soon as it comes, its HTML in a sandbox', async () => {
    const page = await openPage('/mailbox');
    await page.getByText('E-mails that the product sends appear here.').waitFor();
    const transport = nodemailer.createTransport(bench.simulator.smtpUrl);
    await transport.sendMail({
      from: 'a@example.com',
      to: 'b@example.com',
      subject: 'Invito',
      html: '<a href="https://x.it/join">Entra</a><script>document.title="bad"</script>',
    });
    transport.close();
    await page.getByRole('button', { name: /Invito/ }).waitFor();
    expect(await problems(page)).toEqual([]); // before the sandbox opens: no script runs there, axe included
    await page.getByRole('button', { name: /Invito/ }).click();
    await page.frameLocator('iframe').getByRole('link', { name: 'Entra' }).waitFor();
    expect(await page.title()).toBe('Mailbox');
    await page.context().close();
  });
});
