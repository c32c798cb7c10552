// Two people with the same board in front of them: each sees what the other does, and the board is one in the end.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const TITLE = 'Choir robes, spring concert';

/** In the demo, signed in as somebody who may write deals. */
export async function moveTogether(page: Page): Promise<void> {
  const other = await page.context().newPage();
  try {
    await Promise.all([page.goto('/deals'), other.goto('/deals')]);
    const cardIn = (where: Page, stage: string) =>
      where.getByRole('region', { name: stage, exact: true }).getByRole('link', { name: TITLE });
    await Promise.all([page, other].map((where) => cardIn(where, 'Negotiation').waitFor()));
    const press = async (where: Page, stage: string, key: string) => {
      const saved = where.waitForResponse((answer) => answer.url().endsWith('/move') && answer.ok());
      await cardIn(where, stage).focus();
      await where.keyboard.press(key);
      await saved;
    };
    await press(page, 'Negotiation', 'Shift+ArrowLeft');
    // Without loading the page anew.
    await cardIn(other, 'Offer sent').waitFor();

    // Neither hears of the other's move before both have moved.
    const release = await holdUntilBoth([page, other]);
    await Promise.all([
      press(page, 'Offer sent', 'Shift+ArrowLeft'),
      press(other, 'Offer sent', 'Shift+ArrowRight'),
    ]);
    await release();
    const session = await (await page.request.get('/api/v1/session')).json();
    const found = await page.request.get(`/api/v1/deals?search=${encodeURIComponent(TITLE)}`, {
      headers: { 'x-workspace': session.workspaces[0].id },
    });
    const stage: string = (await found.json()).items[0].stage.name;
    expect(['Enquiry', 'Negotiation']).toContain(stage);
    for (const where of [page, other]) {
      await cardIn(where, stage).waitFor();
      // Once on each board.
      await expect.poll(() => where.getByRole('link', { name: TITLE }).count()).toBe(1);
    }
  } finally {
    await other.close();
  }
}

/** Moves of both pages go to the server when both are asked for; the answer lets go of the pages again. */
async function holdUntilBoth(pages: readonly Page[]): Promise<() => Promise<void>> {
  let asked = 0;
  let go: () => void;
  const both = new Promise<void>((resolve) => {
    go = resolve;
  });
  for (const page of pages)
    await page.route('**/move', async (route) => {
      asked += 1;
      if (asked === pages.length) go();
      await both;
      await route.continue();
    });
  return async () => {
    for (const page of pages) await page.unrouteAll({ behavior: 'wait' });
  };
}
