// Every page of a demo installation, at the desk and on a phone, light and dark: nothing fails, is cut or hard to read.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, type Scheme, type Size, visit } from './browser.ts';
import { demoInstallation, demoIsFilled, type Installation } from './demo-installation.ts';
import {
  type Addresses,
  changeColours,
  faultsOf,
  findAddresses,
  go,
  openAddresses,
  settle,
  watch,
} from './every-page.ts';
import { signIn } from './sign-in.ts';

const everything = () => true;

let installation: Installation;
let browser: Browser;
let addresses: Addresses;
let missing: string[];

async function openPage(size: Size): Promise<Page> {
  return (await visit(browser, { baseUrl: installation.url, size })).newPage();
}

beforeAll(async () => {
  [installation, browser] = await Promise.all([demoInstallation(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const otherScheme = { light: 'dark', dark: 'light' } as const;

/** Looks at what `page` shows in both colours, beginning with those of the page before: a change takes its time. */
function examiner(page: Page): { faults: string[]; look(address: string): Promise<void> } {
  const faults: string[] = [];
  const watched = watch(page);
  let scheme: Scheme = 'light';
  return {
    faults,
    async look(address) {
      const note = (found: string[]) =>
        faults.push(...found.map((fault) => `${address} ${scheme}: ${fault}`));
      note(await faultsOf(page));
      scheme = otherScheme[scheme];
      await changeColours(page, scheme);
      note([...(await seriousProblems(page, 'color-contrast')), ...watched.take()]);
    },
  };
}

async function lookAtAll(page: Page, at: Addresses, look: (address: string) => Promise<void>): Promise<void> {
  await page.goto('/');
  await settle(page);
  for (const address of at.values()) {
    await go(page, address);
    await look(address);
  }
}

/** What a phone has no tab for. */
async function lookAtMore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  const sheet = page.getByRole('dialog', { name: 'More' });
  await sheet.getByRole('link').first().waitFor();
  await settle(page);
  expect(await seriousProblems(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await sheet.waitFor({ state: 'detached' });
}

describe('every page', { timeout: 600_000 }, () => {
  it('is right: desk', async () => {
    const page = await openPage('desk');
    const { faults, look } = examiner(page);
    await lookAtAll(page, openAddresses(everything), look);
    await signIn(page, installation.login);
    await demoIsFilled(page);
    ({ addresses, missing } = await findAddresses(page, everything, look));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('has something to show in the demo', () => {
    expect(missing).toEqual([]);
    expect(addresses.size).toBeGreaterThan(25);
  });

  it('is right: phone', async () => {
    const page = await openPage('phone');
    const { faults, look } = examiner(page);
    await lookAtAll(page, openAddresses(everything), look);
    await signIn(page, installation.login);
    await lookAtMore(page);
    await lookAtAll(page, addresses, look);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
