// Looks at a page with axe, by the rules of WCAG 2.1 AA.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * One line per serious or critical problem: rule, what it asks, and where. Empty when all is well. `only` looks by
 * one rule, for a page that was looked at wholly before and only changed its colours.
 */
export async function seriousProblems(page: Page, only?: 'color-contrast'): Promise<string[]> {
  // Pages have no frames of other origins, so the slower way that isolates them is not needed.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only
    ? axe.withRules([only])
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
  ).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${help} — ${node.target.join(' ')} ${node.html.slice(0, 120)}`),
    );
}
