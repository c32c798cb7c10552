// R16: within 24 hours never more people than Meta allows.
import { z } from 'zod';
import { peopleOfADay } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const dailyLimit = defineRule({
  id: 'R16',
  level: 'block',
  // Sending waits for room by itself: the owner may choose to let it take longer than a day.
  blockEndedBy: 'owner',
  source: SOURCES.meta,
  parameters: z.object({}),
  check(facts, _parameters, { pass, fail }) {
    const { limit } = facts.sender;
    const people = peopleOfADay(facts);
    if (limit === null) return pass('no_limit', { people });
    const numbers = { people, limit, used: facts.today.used, room: Math.max(0, limit - facts.today.used) };
    return people + facts.today.used > limit
      ? fail('over', numbers, { measure: people })
      : pass('within', numbers);
  },
  examples: {
    passes: {},
    fails: { sender: { ...EXAMPLE_FACTS.sender, limit: 250 } },
  },
});
