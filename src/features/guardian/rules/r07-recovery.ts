// R7: after such a rest, days stay small for a month.
import { z } from 'zod';
import { bulkOfFirstDay, crowdLevel } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const recovery = defineRule({
  id: 'R7',
  level: 'warn',
  source: SOURCES.practice,
  parameters: z.object({
    perDay: z.int().min(50).max(300).default(250),
    days: z.int().min(14).max(90).default(30),
  }),
  check(facts, { perDay }, { pass, fail }) {
    const people = bulkOfFirstDay(facts);
    const numbers = { people, perDay, left: facts.sender.recoveryDays };
    if (facts.stage !== 'recovering') return pass('not_needed', numbers);
    return people > perDay
      ? fail('over', numbers, { level: crowdLevel(facts), measure: people })
      : pass('within', numbers);
  },
  examples: {
    passes: { stage: 'recovering', plan: { days: 4, largestDay: 250, firstDay: 250 } },
    fails: { stage: 'recovering', sender: { ...EXAMPLE_FACTS.sender, recoveryDays: 12 } },
  },
});
