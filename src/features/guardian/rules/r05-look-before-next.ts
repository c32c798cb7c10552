// R5: a day after a mass send, quality is looked at before the next one.
import { z } from 'zod';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const lookBeforeNext = defineRule({
  id: 'R5',
  level: 'block',
  source: SOURCES.guide,
  parameters: z.object({
    hours: z.int().min(24).max(96).default(24),
    massFrom: z.int().min(10).max(250).default(50),
  }),
  check({ sender, today, audience, stage, plan, mass }, { hours }, { pass, fail }) {
    if (sender.quality === 'low') return fail('low');
    const ago = today.lastSendHoursAgo;
    const numbers = { ago: ago === null ? 0 : Math.floor(ago), hours, quality: sender.quality };
    if (!mass || stage === 'proven' || plan || ago === null) return pass('good', numbers);
    return ago < hours
      ? fail('early', numbers, { level: 'warn', measure: audience.people })
      : pass('good', numbers);
  },
  examples: {
    passes: { stage: 'grown' },
    fails: { sender: { ...EXAMPLE_FACTS.sender, quality: 'low' } },
  },
});
