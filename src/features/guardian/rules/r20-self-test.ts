// R20: the author asks themselves whether they would report it.
import { z } from 'zod';
import { defineRule, SOURCES } from './rule.ts';

export const selfTest = defineRule({
  id: 'R20',
  level: 'inform',
  source: SOURCES.guide,
  parameters: z.object({}),
  check({ selfTest: answered }, _parameters, { pass, fail }) {
    return answered ? pass('answered') : fail('open');
  },
  examples: { passes: {}, fails: { selfTest: false } },
});
