// R2: the first days of mass sending stay small.
import { z } from 'zod';
import { bulkOfFirstDay, crowdLevel } from '#features/guardian/facts.ts';
import { NEW_SENDER } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const warmUp = defineRule({
  id: 'R2',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({
    perDay: z.int().min(50).max(500).default(250),
    coldPerDay: z.int().min(25).max(250).default(150),
    sendingDays: z.int().min(5).max(30).default(7),
  }),
  check(facts, { perDay, sendingDays }, { pass, fail }) {
    const people = bulkOfFirstDay(facts);
    const numbers = { people, perDay, day: facts.sender.sendDays + 1, sendingDays };
    if (facts.stage !== 'first_week') return pass('past', numbers);
    return people > perDay
      ? fail('over', numbers, { level: crowdLevel(facts), measure: people })
      : pass('within', numbers);
  },
  examples: {
    passes: { sender: NEW_SENDER, stage: 'first_week', plan: { days: 4, largestDay: 250, firstDay: 250 } },
    fails: { sender: NEW_SENDER, stage: 'first_week' },
  },
});
