// R11: who does not answer gets one message in ten to fifteen days.
import { z } from 'zod';
import { crowdLevel } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const silenceSpacing = defineRule({
  id: 'R11',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({
    days: z.int().min(10).max(60).default(15),
  }),
  check({ audience, template, mass }, { days }, { pass, fail }) {
    const { unanswered, people } = audience;
    const numbers = { unanswered, people, days };
    if (template.category !== 'marketing') return pass('not_promotional', numbers);
    return unanswered > 0
      ? fail('silent', numbers, { level: crowdLevel({ mass }), measure: unanswered })
      : pass('spaced', numbers);
  },
  examples: {
    passes: {},
    fails: { audience: { ...EXAMPLE_FACTS.audience, unanswered: 210 } },
  },
});
