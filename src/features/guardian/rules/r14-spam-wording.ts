// R14: no phrases that people know from spam.
import { z } from 'zod';
import { crowdLevel, type WordFinding } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

const LOUD: readonly WordFinding['kind'][] = ['capitals', 'exclamations', 'emoji', 'short_link'];

export const spamWording = defineRule({
  id: 'R14',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({}),
  check({ template, audience, mass }, _parameters, { pass, fail }) {
    const found = template.words.filter(({ kind }) => kind === 'spam_phrase');
    const odd = template.words.filter(({ kind }) => LOUD.includes(kind));
    if (found.length > 0)
      return fail('spam', quoted(found), { level: crowdLevel({ mass }), measure: audience.people });
    return odd.length > 0 ? fail('loud', quoted(odd), { level: 'inform' }) : pass('calm');
  },
  examples: {
    passes: {},
    fails: { template: { ...EXAMPLE_FACTS.template, words: [{ kind: 'spam_phrase', quote: 'You won' }] } },
  },
});

const quoted = (found: readonly WordFinding[]) => ({
  count: found.length,
  quotes: found.map(({ quote, kind }) => (quote ? `“${quote}”` : kind)).join(', '),
});
