// R19: no promotions to who left, and none to many who never agreed.
import { z } from 'zod';
import { crowdLevel, percent } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const consent = defineRule({
  id: 'R19',
  level: 'block',
  source: SOURCES.guide,
  parameters: z.object({
    undeclaredShare: z.number().min(0).max(1).default(0.5),
  }),
  check({ audience, template, mass }, { undeclaredShare }, { pass, fail }) {
    const { people, undeclared, unwilling, leftOut } = audience;
    const numbers = {
      people,
      undeclared,
      unwilling,
      leftOut,
      share: percent(undeclared, people),
      most: Math.round(undeclaredShare * 100),
    };
    if (template.category !== 'marketing') return pass('not_promotional', numbers);
    if (unwilling > 0) return fail('unwilling', numbers);
    return undeclared > people * undeclaredShare
      ? fail('undeclared', numbers, { level: crowdLevel({ mass }), measure: undeclared })
      : pass('agreed', numbers);
  },
  examples: {
    passes: {},
    fails: { audience: { ...EXAMPLE_FACTS.audience, unwilling: 3 } },
  },
});
