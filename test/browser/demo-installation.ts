// The whole product with its demo, started for looking at its pages: a process of its own, thrown away afterwards.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CampaignState } from '#features/campaigns/campaign-shapes.contract.ts';
import { eventually } from '../support/product.ts';
import { startProcess, throwAway } from '../support/started.ts';
import { newFolder } from '../support/temporary-folder.ts';

export type Installation = {
  url: string;
  /** Page of the simulated customers' phones. */
  phoneUrl: string;
  login: { email: string; password: string };
  stop(): Promise<void>;
};

export async function demoInstallation(): Promise<Installation> {
  const folder = newFolder('pages');
  const login = { email: 'giulia@example.com', password: 'swallows return in spring' };
  const product = startProcess({
    DATA_DIR: join(folder, 'data'),
    ADMIN_EMAIL: login.email,
    ADMIN_PASSWORD: login.password,
  });
  const stop = async () => {
    product.kill('SIGTERM');
    await product.ended;
    throwAway(folder);
  };
  try {
    const told = await product.ready();
    return { url: told.Rondine!, phoneUrl: told['Phone (simulated customers)']!, login, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Long enough for a demo beside other tests on a busy machine. */
const FILLED_WITHIN_MS = 240_000;

/** Resolves when the demo has filled itself: step by step, its campaign comes last. `page` is signed in. */
export async function demoIsFilled(page: Page): Promise<void> {
  const read = async (path: string, headers = {}) =>
    (await page.request.get(`/api/v1/${path}`, { headers })).json();
  const { workspaces } = await read('session');
  await eventually(async () => {
    const { items } = await read('campaigns?limit=5', { 'x-workspace': workspaces[0].id });
    if (items.some(({ state }: { state: CampaignState }) => state === 'completed')) return true;
    await page.waitForTimeout(500);
    return false;
  }, FILLED_WITHIN_MS);
}
