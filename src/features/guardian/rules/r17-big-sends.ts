// R17: very large sends go out in parts.
import { z } from 'zod';
import { peopleOfADay } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const bigSends = defineRule({
  id: 'R17',
  level: 'warn',
  source: SOURCES.practice,
  parameters: z.object({
    people: z.int().min(1_000).max(100_000).default(10_000),
    minutes: z.int().min(10).max(240).default(40),
  }),
  check(facts, { people: most, minutes }, { pass, fail }) {
    const people = peopleOfADay(facts);
    const numbers = { people, most, minutes, parts: Math.ceil(people / most) };
    return people > most ? fail('big', numbers, { measure: people }) : pass('fits', numbers);
  },
  examples: {
    passes: {},
    fails: { audience: { ...EXAMPLE_FACTS.audience, people: 45_000 } },
  },
});
