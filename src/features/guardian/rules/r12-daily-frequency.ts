// R12: few messages per person and day.
import { z } from 'zod';
import { crowdLevel } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const dailyFrequency = defineRule({
  id: 'R12',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({
    perDay: z.int().min(1).max(5).default(2),
    perWeek: z.int().min(1).max(14).default(4),
  }),
  check({ audience, mass }, { perDay }, { pass, fail }) {
    const numbers = { full: audience.full, people: audience.people, perDay };
    return audience.full > 0
      ? fail('full', numbers, { level: crowdLevel({ mass }), measure: audience.full })
      : pass('room', numbers);
  },
  examples: {
    passes: {},
    fails: { audience: { ...EXAMPLE_FACTS.audience, full: 35 } },
  },
});
