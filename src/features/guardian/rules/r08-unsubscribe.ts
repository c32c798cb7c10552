// R8: a promotional message offers a way out.
import { z } from 'zod';
import { crowdLevel } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const unsubscribe = defineRule({
  id: 'R8',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({}),
  check({ template, audience, mass }, _parameters, { pass, fail }) {
    if (template.category !== 'marketing') return pass('not_promotional');
    return template.optOut
      ? pass('offered')
      : fail('missing', {}, { level: crowdLevel({ mass }), measure: audience.people });
  },
  examples: {
    passes: {},
    fails: { template: { ...EXAMPLE_FACTS.template, optOut: false } },
  },
});
