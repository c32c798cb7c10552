// All pages of the application, read from its own router; pages about one thing get an example to show.
import type { Page } from 'playwright-core';

type RouterInPage = { __TSR_ROUTER__: { routesByPath: Record<string, unknown> } };

/** Paths of all routes, such as `/contacts` and `/campaigns/$id`, of the page that is open. */
export async function allRoutes(page: Page): Promise<string[]> {
  const paths = await page.evaluate(() =>
    Object.keys((globalThis as unknown as RouterInPage).__TSR_ROUTER__.routesByPath),
  );
  return [...new Set(paths.map((path) => path.replace(/(.)\/$/, '$1')))].sort();
}

/**
 * An address for `route`: itself, or for `/things/$id` the first link or row of its list that leads to one.
 * Null when there is nothing to show.
 */
export async function addressFor(page: Page, route: string): Promise<string | null> {
  if (!route.includes('$')) return route;
  const known = route.slice(0, route.indexOf('/$'));
  const rest = route
    .slice(route.indexOf('/$') + 1)
    .split('/')
    .slice(1)
    .join('/');
  await page.goto(known);
  await settle(page);
  const link = page.locator(`main a[href^="${known}/"]`);
  const ids = await link.evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  const href = ids.find((id) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(id));
  const from = href ?? (await openFirstRow(page, known));
  const id = from?.slice(known.length + 1).split(/[/?]/)[0];
  return id ? [known, id, rest].filter(Boolean).join('/') : null;
}

async function openFirstRow(page: Page, known: string): Promise<string | null> {
  const row = page.locator('main tbody tr[data-row="0"]');
  if ((await row.count()) === 0) return null;
  await row.click();
  await settle(page);
  const { pathname } = new URL(page.url());
  return pathname.startsWith(`${known}/`) ? pathname : null;
}

/** Waits until the page has drawn what it asked for: no skeletons, fonts loaded. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('h1, h2').first().waitFor({ timeout: 5_000 });
  await page.locator('[class*="Skeleton"]').first().waitFor({ state: 'detached', timeout: 5_000 });
  await page.waitForTimeout(200);
}
