// Every page of a demo installation, at the desk and on a phone, light and dark: nothing fails, is cut or hard to read.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousProblems } from './accessibility.ts';
import { openBrowser, type Size, visit } from './browser.ts';
import { demoInstallation, type Installation } from './demo-installation.ts';
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
  const page = await (await visit(browser, { baseUrl: installation.url, size })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

beforeAll(async () => {
  [installation, browser] = await Promise.all([demoInstallation(), openBrowser()]);
  const page = await openPage('desk');
  await signIn(page, installation.login);
  ({ addresses, missing } = await findAddresses(page, everything));
  await page.context().close();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

/** Goes to each page once; its dark colours are looked at without going there again. */
async function look(page: Page, at: Addresses): Promise<string[]> {
  const faults: string[] = [];
  const watched = watch(page);
  await page.goto('/');
  await settle(page);
  for (const address of at.values()) {
    await changeColours(page, 'light');
    await go(page, address);
    const light = await faultsOf(page);
    await changeColours(page, 'dark');
    const dark = (await seriousProblems(page, 'color-contrast')).map((fault) => `dark: ${fault}`);
    faults.push(...[...light, ...dark, ...watched.take()].map((fault) => `${address} ${fault}`));
  }
  return faults;
}

describe('every page', { timeout: 240_000 }, () => {
  it('has something to show in the demo', () => {
    expect(missing).toEqual([]);
    expect(addresses.size).toBeGreaterThan(25);
  });

  it.each(['desk', 'phone'] as const)('is right: %s', async (size) => {
    const page = await openPage(size);
    const before = await look(page, openAddresses(everything));
    await signIn(page, installation.login);
    expect([...before, ...(await look(page, addresses))]).toEqual([]);
    await page.context().close();
  });
});
