// R6: after low quality, mass sending rests for a week.
import { z } from 'zod';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const lowQualityPause = defineRule({
  id: 'R6',
  level: 'block',
  source: SOURCES.guide,
  parameters: z.object({
    days: z.int().min(7).max(30).default(7),
  }),
  check({ sender }, { days }, { pass, fail }) {
    if (sender.banned) return fail('banned');
    const numbers = { days, left: sender.stoppedDays };
    return sender.stoppedDays > 0 ? fail('resting', numbers) : pass('free', numbers);
  },
  examples: {
    passes: {},
    fails: { sender: { ...EXAMPLE_FACTS.sender, stoppedDays: 4, recoveryDays: 34 } },
  },
});
