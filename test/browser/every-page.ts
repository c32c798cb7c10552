// Every page of the application with something on it: found through its own router, visited and looked at.
import type { Page } from 'playwright-core';
import { seriousProblems } from './accessibility.ts';
import { quiet, type Scheme } from './browser.ts';

/** Pages for those who are not signed in. */
export const openPages = ['/sign-in', '/forgot-password', '/reset-password', '/invitation', '/docs/api'];

/** What a picture of an address is called; two addresses never share one. */
export type Addresses = Map<string, string>;

type RouterInPage = {
  __TSR_ROUTER__: {
    routesByPath: Record<string, unknown>;
    navigate(to: { href: string }): Promise<void>;
  };
};

/** Paths of all routes, such as `/contacts` and `/campaigns/$id`, of the page that is open. */
async function allRoutes(page: Page): Promise<string[]> {
  const paths = await page.evaluate(() =>
    Object.keys((globalThis as unknown as RouterInPage).__TSR_ROUTER__.routesByPath),
  );
  return [...new Set(paths.map((path) => path.replace(/(.)\/$/, '$1')))].sort();
}

function nameOf(route: string): string {
  return route === '/' ? 'home' : route.slice(1).replaceAll('$', '').replaceAll('/', '-');
}

/** Open pages as name → address. */
export function openAddresses(wanted: (route: string) => boolean): Addresses {
  return new Map(openPages.filter(wanted).map((route) => [nameOf(route), route]));
}

/**
 * Pages of the person who is signed in, as name → address: each route, each list with its first row open, an
 * import before and after it ran, and an address that does not exist. `missing` are routes without an example.
 * Each is shown on the way, and `look` is called while it is there.
 */
export async function findAddresses(
  page: Page,
  wanted: (route: string) => boolean,
  look: (address: string) => Promise<void> = async () => {},
): Promise<{ addresses: Addresses; missing: string[] }> {
  const addresses: Addresses = new Map();
  const missing: string[] = [];
  const routes = (await allRoutes(page)).filter((route) => !openPages.includes(route) && wanted(route));
  const show = async (name: string, address: string) => {
    addresses.set(name, address);
    await go(page, address);
    await look(address);
  };
  const imported = wanted('/contacts/imports') ? [await uploadFile(page), await runImport(page)] : [];
  const dealsImported = wanted('/deals/imports')
    ? [await importDeals(page, ''), await importDeals(page, '&existing=update')]
    : [];
  /** Where the first row of a list leads. */
  const firsts = new Map<string, string | null>();
  for (const route of routes.filter((path) => !path.includes('$'))) {
    await show(nameOf(route), route);
    const opened = await openFirst(page);
    firsts.set(route, opened);
    if (!opened?.startsWith(`${route}?`)) continue;
    addresses.set(`${nameOf(route)}-open`, opened);
    await look(opened);
  }
  for (const route of routes.filter((path) => path.includes('$'))) {
    const list = route.slice(0, route.indexOf('/$'));
    if (!firsts.has(list)) firsts.set(list, await go(page, list).then(() => openFirst(page)));
    const id = firsts.get(list)?.match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0];
    if (id) await show(nameOf(route), route.replace(/\$\w+/, id));
    else missing.push(route);
  }
  for (const [at, name] of ['contacts-imports-match', 'contacts-imports-result'].entries())
    if (imported[at]) await show(name, imported[at]);
  for (const [at, name] of ['deals-imports-match', 'deals-imports-result'].entries())
    if (dealsImported[at]) await show(name, dealsImported[at]);
  const compared = wanted('/campaigns/compare') ? await comparison(page) : null;
  if (compared) await show('campaigns-compare-chosen', compared);
  if (wanted('/no-such-page')) await show('no-such-page', '/no-such-page');
  return { addresses, missing };
}

/** Opens the first row of the list that is shown; answers where that leads, null when there is nothing to open. */
async function openFirst(page: Page): Promise<string | null> {
  const from = page.url();
  const row = page
    .locator('main tbody tr[data-row="0"], main li > button:not([aria-haspopup]), main li a[data-card-link]')
    .first();
  if ((await row.count()) === 0) return null;
  await row.click();
  await settle(page);
  return page.url() === from ? null : page.url().slice(new URL(page.url()).origin.length);
}

/** The campaigns that are there, side by side; null when there are too few. */
async function comparison(page: Page): Promise<string | null> {
  const session = await (await page.request.get('/api/v1/session')).json();
  const headers = { 'x-workspace': session.workspaces[0].id };
  const answer = await page.request.get('/api/v1/campaigns?limit=5', { headers });
  const ids = (await answer.json()).items.map((campaign: { id: string }) => campaign.id);
  return ids.length < 2 ? null : `/campaigns/compare?ids=${ids.join(',')}`;
}

const FILE = [
  'Telefono;Nome;Cognome;Città',
  '333 4567890;Maria Vittoria;Castellani della Rovere;Reggio nell’Emilia',
  '334 4567891;Ugo;Po;Este',
  '12;Franco;Corti;Roma',
].join('\n');

/** What the page itself would send, with its session. */
async function post<T>(page: Page, path: string, type: string, data: string | object): Promise<T> {
  const session = await (await page.request.get('/api/v1/session')).json();
  const headers = { 'content-type': type, 'x-rondine-csrf': '1', 'x-workspace': session.workspaces[0].id };
  const answer = await page.request.post(`/api/v1${path}`, { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

type Uploaded = {
  id: string;
  detected: { encoding: string; delimiter: string; hasHeader: boolean; mapping: unknown };
};

const upload = (page: Page) =>
  post<Uploaded>(page, '/imports?fileName=clienti%20primavera.csv', 'text/csv', FILE);

async function uploadFile(page: Page): Promise<string> {
  return `/contacts/imports/${(await upload(page)).id}`;
}

async function runImport(page: Page): Promise<string> {
  const { id, detected } = await upload(page);
  const { mapping, ...read } = detected;
  const options = { ...read, columns: mapping, country: 'IT', existing: 'update', listIds: [] };
  await post(page, `/imports/${id}/start`, 'application/json', { options });
  return `/contacts/imports/${id}`;
}

const DEALS = [
  'Trattativa;Telefono;Importo;Fase;Riferimento;Colore',
  'Divise per l’albergo Bellavista di Reggio nell’Emilia;+39 333 0000000;1.250,50;;ORD-77;blu',
  'Tende;12;90;;;',
  'Tavoli per il bar;+39 333 0000001;1.250;Da sentire;;',
].join('\n');

/** `existing` among the query's values starts it at once. */
async function importDeals(page: Page, query: string): Promise<string> {
  const { id } = await post<Uploaded>(
    page,
    `/deals/imports?fileName=trattative.csv${query}`,
    'text/csv',
    DEALS,
  );
  return `/deals/imports/${id}`;
}

/** Waits until the page has drawn what it asked for: answers here, no skeletons, fonts loaded, nothing moving. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('h1:visible, h2:visible').first().waitFor();
  await quiet(page);
  await page.locator('[class*="Skeleton"]').first().waitFor({ state: 'detached' });
  await page.evaluate(atRest);
}

/** In the page: fonts are loaded and whatever moves for a while has arrived. */
const atRest = `document.fonts.ready.then(() => Promise.allSettled(
  document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished),
)).then(() => {})`;

/** Shows the page in other colours and waits until they have arrived. */
export async function changeColours(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
  const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
  await page.evaluate(`${drawn}.then(() => ${atRest})`);
}

/** Goes to `address` within the application, without loading it anew, and waits until it is drawn. */
export async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const { __TSR_ROUTER__: router } = globalThis as unknown as RouterInPage;
    return router.navigate({ href });
  }, address);
  await settle(page);
}

/** Keeps what goes wrong behind the picture: exceptions and errors in the console, taken by `take`. */
export function watch(page: Page): { take(): string[] } {
  let problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    // The browser's own line about an answer of 4xx is no fault of the page: before sign-in there is no session.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(`console: ${message.text()}`);
  });
  return {
    take: () => {
      const taken = problems;
      problems = [];
      return taken;
    },
  };
}

/** One line per thing that must not be on a page: a failure, what axe finds serious, what is too wide. */
export async function faultsOf(page: Page): Promise<string[]> {
  const alert = page.locator('main#content [role="alert"]').first();
  const failed = (await alert.isVisible()) ? [`failed: ${await alert.textContent()}`] : [];
  return [...failed, ...(await page.evaluate<string[]>(tooWide)), ...(await seriousProblems(page))];
}

/** What reaches over the right edge of the window without lying in something that scrolls sideways. */
const tooWide = `(() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) =>
    element !== null &&
    (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const over = [...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > width + 1 && !scrolls(element.parentElement);
  });
  const whole = document.documentElement.scrollWidth > width + 1 ? ['the page scrolls sideways'] : [];
  return [...whole, ...over.slice(0, 3).map((element) => 'too wide: ' + element.outerHTML.slice(0, 120))];
})()`;
