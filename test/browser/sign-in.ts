// Signs in through the page, as a person does.
import type { Page } from 'playwright-core';

/** Ends on the first page after sign-in. Throws with the page's own words when it is refused. */
export async function signIn(page: Page, login: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name="email"]').fill(login.email);
  await page.locator('input[name="password"]').fill(login.password);
  await page.locator('button[type="submit"]').click();
  const frame = page.locator('main#content');
  const refusal = page.locator('[role="alert"]');
  await frame.or(refusal).first().waitFor();
  if (await refusal.isVisible()) throw new Error(`Sign-in was refused: ${await refusal.textContent()}`);
}

/** Makes a workspace when the person who just signed in has none: the server says so, not what is painted by now. */
export async function ensureWorkspace(page: Page, name: string): Promise<void> {
  if (await page.evaluate(hasWorkspace)) return;
  const field = page.locator('input[name="workspace-name"]');
  await field.fill(name);
  await page.locator('main button[type="submit"]').click();
  await page.waitForFunction(hasWorkspace);
  await field.waitFor({ state: 'detached' });
}

const hasWorkspace = `fetch('/api/v1/session').then(async (answer) => (await answer.json()).workspaces.length > 0)`;
