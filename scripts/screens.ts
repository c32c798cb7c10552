// npm run screens — pictures of every page in both themes and two sizes, into screens/; axe looks at each page.
// Options: --url, --email, --password (a running server), --only=/contacts, --language=it, --out=screens.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '#app/config.ts';
import { start } from '#app/start.ts';
import { seriousProblems } from '../test/browser/accessibility.ts';
import { openBrowser, type Scheme, type Size, sizes, visit } from '../test/browser/browser.ts';
import { addressFor, allRoutes, settle } from '../test/browser/every-page.ts';
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

/** Pages before sign-in; the others are taken signed in. */
const openPages = ['/sign-in', '/forgot-password', '/reset-password', '/invitation', '/docs/api'];

type Target = { url: string; login: { email: string; password: string }; stop: () => Promise<void> };

/** The server that was named, or a temporary one with the demo. */
async function target(): Promise<Target> {
  if (options.url) {
    const { email, password } = options;
    if (!email || !password) throw new Error('With --url, give --email and --password too.');
    return { url: options.url, login: { email, password }, stop: async () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'rondine-screens-'));
  const login = { email: 'giulia@example.com', password: 'swallows return in spring' };
  const config = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    SIMULATOR_PORT: '0',
    ADMIN_EMAIL: login.email,
    ADMIN_PASSWORD: login.password,
  });
  const root = new URL('..', import.meta.url).pathname;
  const parts = { web: true, worker: true };
  const started = await start({ root, config, parts, demo: true, say: (line) => console.log(line) });
  const stop = async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: started.publicUrl, login, stop };
}

const problems: string[] = [];

async function takePage(page: Page, address: string, name: string, view: string): Promise<void> {
  await page.goto(address);
  await settle(page);
  await page.screenshot({ path: join(options.out, `${name}-${view}.png`) });
  const failure = page.locator('main#content [role="alert"]').first();
  if (await failure.isVisible()) problems.push(`${address} (${view}) failed: ${await failure.textContent()}`);
  for (const problem of await seriousProblems(page)) problems.push(`${address} (${view}) ${problem}`);
}

function fileName(route: string): string {
  return route === '/' ? 'home' : route.slice(1).replaceAll('$', '').replaceAll('/', '-');
}

const wanted = (route: string) => options.only === undefined || route.startsWith(options.only);

async function takeView(
  browser: Browser,
  at: Target,
  size: Size,
  scheme: Scheme,
  addresses: Map<string, string>,
) {
  const view = `${size}-${scheme}`;
  const context = await visit(browser, { baseUrl: at.url, size, scheme, locale: options.language });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${page.url()} (${view}) threw: ${error.message}`));
  for (const route of openPages.filter(wanted)) await takePage(page, route, fileName(route), view);
  await signIn(page, at.login);
  await ensureWorkspace(page, 'Forno Aurora');
  if (addresses.size === 0) await findAddresses(page, addresses);
  for (const [route, address] of addresses) await takePage(page, address, fileName(route), view);
  await context.close();
  console.log(`${view}: ${openPages.filter(wanted).length + addresses.size} pages`);
}

/** Fills `addresses`: route → an address that shows it. */
async function findAddresses(page: Page, addresses: Map<string, string>): Promise<void> {
  const routes = (await allRoutes(page)).filter((route) => !openPages.includes(route) && wanted(route));
  for (const route of routes) {
    const address = await addressFor(page, route);
    if (address === null) console.log(`No example of ${route} to show.`);
    else addresses.set(route, address);
  }
  if (wanted('/no-such-page')) addresses.set('/no-such-page', '/no-such-page');
}

mkdirSync(options.out, { recursive: true });
const at = await target();
const browser = await openBrowser();
try {
  const addresses = new Map<string, string>();
  for (const size of Object.keys(sizes) as Size[])
    for (const scheme of ['light', 'dark'] as const) await takeView(browser, at, size, scheme, addresses);
} finally {
  await browser.close();
  await at.stop();
}
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'No serious accessibility problem.' : `${problems.length} problems.`);
process.exit(problems.length === 0 ? 0 : 1);
