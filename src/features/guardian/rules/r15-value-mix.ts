// R15: not only promotions: also messages that are of use.
import { z } from 'zod';
import { percent } from '#features/guardian/facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const valueMix = defineRule({
  id: 'R15',
  level: 'inform',
  source: SOURCES.guide,
  parameters: z.object({
    share: z.number().min(0.3).max(1).default(0.8),
    from: z.int().min(50).max(5_000).default(200),
  }),
  check({ month, template }, { share, from }, { pass, fail }) {
    const { promotional, sent } = month;
    const numbers = { promotional, sent, share: percent(promotional, sent), most: Math.round(share * 100) };
    if (template.category !== 'marketing' || sent < from) return pass('mixed', numbers);
    return promotional > sent * share ? fail('one_sided', numbers) : pass('mixed', numbers);
  },
  examples: {
    passes: {},
    fails: { month: { promotional: 8_900, sent: 9_000 } },
  },
});
