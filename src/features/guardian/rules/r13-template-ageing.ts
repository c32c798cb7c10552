// R13: templates are renewed before people tire of them.
import { z } from 'zod';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const templateAgeing = defineRule({
  id: 'R13',
  level: 'inform',
  source: SOURCES.guide,
  parameters: z.object({
    days: z.int().min(14).max(365).default(90),
    people: z.int().min(1_000).max(1_000_000).default(20_000),
  }),
  check({ template }, { days, people }, { pass, fail }) {
    const numbers = { daysInUse: template.daysInUse, reached: template.peopleReached, days, people };
    if (template.category !== 'marketing') return pass('fresh', numbers);
    if (template.quality === 'low') return fail('disliked', numbers, { level: 'warn', measure: 1 });
    if (template.quality === 'medium') return fail('falling', numbers);
    return template.daysInUse > days || template.peopleReached > people
      ? fail('old', numbers)
      : pass('fresh', numbers);
  },
  examples: {
    passes: {},
    fails: { template: { ...EXAMPLE_FACTS.template, daysInUse: 130 } },
  },
});
