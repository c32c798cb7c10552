// R10: one first message, and the next after an answer.
import { z } from 'zod';
import { crowdLevel, percent } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const oneFirstMessage = defineRule({
  id: 'R10',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({
    share: z.number().min(0).max(0.5).default(0.3),
    /** Restraint keeps it; a reason for this rule lets the next message leave. */
    days: z.int().min(15).max(365).default(45),
  }),
  check({ audience, template, mass }, { share, days }, { pass, fail }) {
    const { neverReplied, people } = audience;
    const numbers = {
      neverReplied,
      people,
      share: percent(neverReplied, people),
      most: Math.round(share * 100),
      days,
    };
    if (template.category !== 'marketing') return pass('not_promotional', numbers);
    return neverReplied > people * share
      ? fail('again', numbers, { level: crowdLevel({ mass }), measure: neverReplied })
      : pass('answered', numbers);
  },
  examples: {
    passes: {},
    fails: { audience: { ...EXAMPLE_FACTS.audience, neverReplied: 400 } },
  },
});
