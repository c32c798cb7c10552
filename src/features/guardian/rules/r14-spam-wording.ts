// R14: no phrases that people know from spam.
import { z } from 'zod';
import type { WordFinding } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const spamWording = defineRule({
  id: 'R14',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({}),
  check({ template, audience }, _parameters, { pass, fail }) {
    const found = template.words.filter(({ kind }) => kind === 'spam');
    const odd = template.words.filter(({ kind }) => kind === 'shouting' || kind === 'short_link');
    if (found.length > 0) return fail('spam', quoted(found), { measure: audience.people });
    return odd.length > 0 ? fail('loud', quoted(odd), { level: 'inform' }) : pass('calm');
  },
  examples: {
    passes: {},
    fails: { template: { ...EXAMPLE_FACTS.template, words: [{ kind: 'spam', quote: 'You won' }] } },
  },
});

const quoted = (found: readonly WordFinding[]) => ({
  count: found.length,
  quotes: found.map(({ quote }) => `“${quote ?? ''}”`).join(', '),
});
