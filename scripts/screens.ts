// npm run screens — pictures of every page in both themes and two sizes, into screens/; axe looks at each page.
// Options: --url, --email, --password (a running server), --only=/contacts, --language=it, --out=screens.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, type Scheme, type Size, sizes, visit } from '../test/browser/browser.ts';
import { demoInstallation, demoIsFilled } from '../test/browser/demo-installation.ts';
import {
  type Addresses,
  faultsOf,
  findAddresses,
  openAddresses,
  settle,
  watch,
} from '../test/browser/every-page.ts';
import { ensureWorkspace, signIn } from '../test/browser/sign-in.ts';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    email: { type: 'string' },
    password: { type: 'string' },
    only: { type: 'string' },
    language: { type: 'string', default: 'en-GB' },
    out: { type: 'string', default: 'screens' },
  },
});

type Target = { url: string; login: { email: string; password: string }; stop: () => Promise<void> };

/** The server that was named, or a temporary one with the demo. */
async function target(): Promise<Target> {
  if (!options.url) return demoInstallation();
  const { email, password } = options;
  if (!email || !password) throw new Error('With --url, give --email and --password too.');
  return { url: options.url, login: { email, password }, stop: async () => {} };
}

const problems: string[] = [];

async function takePages(page: Page, addresses: Addresses, view: string): Promise<void> {
  const watched = watch(page);
  for (const [name, address] of addresses) {
    await page.goto(address);
    await settle(page);
    await page.screenshot({ path: join(options.out, `${name}-${view}.png`) });
    for (const fault of [...(await faultsOf(page)), ...watched.take()])
      problems.push(`${address} (${view}) ${fault}`);
  }
  console.log(`${view}: ${addresses.size} pages`);
}

const wanted = (route: string) => options.only === undefined || route.startsWith(options.only);
let signedInPages: Addresses | undefined;

async function takeView(browser: Browser, at: Target, size: Size, scheme: Scheme): Promise<void> {
  const view = `${size}-${scheme}`;
  const context = await visit(browser, { baseUrl: at.url, size, scheme, locale: options.language });
  const page = await context.newPage();
  await takePages(page, openAddresses(wanted), view);
  await signIn(page, at.login);
  await ensureWorkspace(page, 'Forno Aurora');
  if (!signedInPages) {
    if (!options.url) await demoIsFilled(page);
    const found = await findAddresses(page, wanted);
    for (const route of found.missing) console.log(`No example of ${route} to show.`);
    signedInPages = found.addresses;
  }
  await takePages(page, signedInPages, view);
  await context.close();
}

mkdirSync(options.out, { recursive: true });
const at = await target();
let browser: Browser | undefined;
try {
  browser = await openBrowser();
  for (const size of Object.keys(sizes) as Size[])
    for (const scheme of ['light', 'dark'] as const) await takeView(browser, at, size, scheme);
} finally {
  await browser?.close();
  await at.stop();
}
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'No problem on any page.' : `${problems.length} problems.`);
process.exit(problems.length === 0 ? 0 : 1);
