// A real Chromium for journeys and screenshots: the one inside the npm package, so no system package is needed.
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium as playwright,
  type Request,
} from 'playwright-core';

/** Sizes at which every page is looked at, in CSS pixels. */
export const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof sizes;
export type Scheme = 'light' | 'dark';

/** For every wait in a page, in milliseconds: a wait ends as soon as its condition holds, on whatever machine. */
export const PATIENCE_MS = 60_000;

/** A page that has drawn what it knows asks its next question well within this. */
const QUIET_MS = 120;

/** Starts Chromium; works for root and without a display. Close it with `browser.close()`. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-setuid-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      // Nothing but the server under test is asked.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-proxy-server',
      '--font-render-hinting=none',
      // A microphone that hums, allowed without asking.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
    headless: true,
    timeout: 180_000,
  });
}

/** A fresh visitor: own cookies, given size, colour scheme and language, no motion. */
export async function visit(
  browser: Browser,
  options: { baseUrl: string; size?: Size; scheme?: Scheme; locale?: string },
): Promise<BrowserContext> {
  const size = options.size ?? 'desk';
  const context = await browser.newContext({
    baseURL: options.baseUrl,
    viewport: sizes[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    deviceScaleFactor: 1,
    colorScheme: options.scheme ?? 'light',
    locale: options.locale ?? 'en-GB',
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  followRequests(context);
  return context;
}

const underWay = new WeakMap<BrowserContext, Set<Request>>();

function followRequests(context: BrowserContext): void {
  const open = new Set<Request>();
  underWay.set(context, open);
  context.on('request', (request) => {
    // The stream of live updates never ends.
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  context.on('requestfinished', (request) => open.delete(request));
  context.on('requestfailed', (request) => open.delete(request));
}

/** Two pictures were drawn and nothing else is to be done: what an answer led to has happened by then. */
const drawn = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`;

/** Waits until no answer has been outstanding for `QUIET_MS` in which the page had its turn, or `patience` is over. */
export async function quiet(page: Page, patience = PATIENCE_MS): Promise<void> {
  const open = underWay.get(page.context());
  const deadline = Date.now() + patience;
  let since = Date.now();
  while (Date.now() - since < QUIET_MS && Date.now() < deadline) {
    await page.waitForTimeout(20);
    if (!open || open.size === 0) await page.evaluate(drawn);
    if (open && open.size > 0) since = Date.now();
  }
}
