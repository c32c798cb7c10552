// Looks at a page with axe, by the rules of WCAG 2.1 AA.
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * One line per serious or critical problem: rule, what it asks, and where. Empty when all is well. `only` looks by
 * one rule, for a page that was looked at wholly before and only changed its colours.
 */
export async function seriousProblems(page: Page, only?: 'color-contrast'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  const options = {
    runOnly: only ? [only] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    // What is in order needs no description, which takes most of the time.
    resultTypes: ['violations'],
  };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ any, target, html }) => {
        const found = any[0]?.message ?? help;
        return `${id}: ${found} — ${target.join(' ')} ${html.slice(0, 120)}`;
      }),
    );
}
