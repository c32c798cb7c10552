// Deals on a phone: a card is moved and taken back by touch, and the board follows a card at its edge step by step.
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { seriousProblems } from './accessibility.ts';
import { visit } from './browser.ts';
import type { Installation } from './demo-installation.ts';
import { changed } from './server-answers.ts';
import { signIn } from './sign-in.ts';

const TITLE = 'Outfits for the opening party';

/** In the demo, as its owner, on a phone of their own. */
export async function moveOnPhone(browser: Browser, { url, login }: Installation): Promise<void> {
  const context = await visit(browser, { baseUrl: url, size: 'phone' });
  try {
    const page = await context.newPage();
    await signIn(page, login);
    await page.goto('/deals');
    const stage = (name: string) => page.getByRole('region', { name, exact: true });
    const cardIn = (name: string) => stage(name).getByRole('listitem').filter({ hasText: TITLE });
    await cardIn('Enquiry')
      .getByRole('button', { name: `Actions for ${TITLE}` })
      .tap();
    await page.getByRole('menuitem', { name: 'Offer sent' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Offer sent' }).tap();
    await cardIn('Offer sent').waitFor();
    const said = page.getByRole('alert').filter({ hasText: `${TITLE} moved to Offer sent` });
    const back = changed(page, /\/move$/);
    await said.getByRole('button', { name: 'Undo' }).tap();
    await back;
    await cardIn('Enquiry').waitFor();

    const board = `document.querySelector('div:has(> section[data-kind])')`;
    const scrolled = () => page.evaluate<number>(`${board}.scrollLeft`);
    const snaps = () => page.evaluate<string>(`getComputedStyle(${board}).scrollSnapType`);
    await expect.poll(scrolled).toBe(0);
    const card = (await cardIn('Enquiry').boundingBox())!;
    const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 12, y + 12, { steps: 4 });
    // A board that snaps to its columns goes to the last one in a few steps.
    await expect.poll(snaps).toBe('none');
    await page.mouse.move(380, y, { steps: 8 });
    await expect.poll(scrolled).toBeGreaterThan(0);
    // Let go beside the columns, it stays where it was.
    await page.mouse.move(195, 20, { steps: 8 });
    await page.mouse.up();
    await expect.poll(snaps).toBe('x mandatory');
    await cardIn('Enquiry').waitFor();
  } finally {
    await context.close();
  }
}
