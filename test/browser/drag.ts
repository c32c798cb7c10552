// Drags with the mouse, as the browser's own dragging wants it.
import type { Locator, Page } from 'playwright-core';

/** Native dragging begins only after the pointer has moved with the button down, and is told of every step. */
export async function drag(page: Page, held: Locator, target: Locator): Promise<void> {
  const [from, to] = [(await held.boundingBox())!, (await target.boundingBox())!];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 12, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
}
