// R3: until everybody was reached once, days stay at a few hundred, warm people first.
import { z } from 'zod';
import { bulkOfFirstDay, crowdLevel } from '#features/guardian/facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const warmPeopleFirst = defineRule({
  id: 'R3',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({
    perDay: z.int().min(100).max(1_000).default(500),
    warmDays: z.int().min(30).max(365).default(90),
  }),
  check(facts, { perDay }, { pass, fail }) {
    const people = bulkOfFirstDay(facts);
    const { cold, warm } = facts.audience;
    const numbers = { people, perDay, cold, warm };
    if (facts.stage !== 'first_weeks') return pass('elsewhere', numbers);
    return people > perDay
      ? fail('over', numbers, { level: crowdLevel(facts), measure: people })
      : pass('within', numbers);
  },
  examples: {
    passes: { stage: 'first_weeks', plan: { days: 2, largestDay: 500, firstDay: 500 } },
    fails: { stage: 'first_weeks' },
  },
});
