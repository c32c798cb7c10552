// R4: after the first pass a day reaches a thousand, and grows only as WhatsApp lets it.
import { z } from 'zod';
import { bulkOfFirstDay, crowdLevel } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const growth = defineRule({
  id: 'R4',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({
    perDay: z.int().min(500).max(2_000).default(1_000),
    passShare: z.number().min(0.5).max(1).default(0.9),
    passPeople: z.int().min(1_000).max(50_000).default(5_000),
    provenDays: z.int().min(14).max(180).default(30),
    provenLimit: z.int().min(2_000).max(100_000).default(10_000),
    growth: z.number().min(1).max(3).default(2),
  }),
  check(facts, { perDay, growth }, { pass, fail }) {
    const people = bulkOfFirstDay(facts);
    const { limit, busiestDay } = facts.sender;
    if (facts.stage === 'proven') {
      const most = Math.floor(Math.max(perDay, busiestDay) * growth);
      const numbers = { people, most, busiestDay, perDay, limit: limit ?? 0 };
      return people > most
        ? fail('jump', numbers, { level: crowdLevel(facts), measure: people })
        : pass('proven', numbers);
    }
    const numbers = { people, perDay, limit: limit ?? 0 };
    if (facts.stage !== 'grown') return pass('elsewhere', numbers);
    return people > perDay
      ? fail('over', numbers, { level: crowdLevel(facts), measure: people })
      : pass('within', numbers);
  },
  examples: {
    passes: { stage: 'grown' },
    fails: { stage: 'grown', audience: { ...EXAMPLE_FACTS.audience, people: 3_000 } },
  },
});
