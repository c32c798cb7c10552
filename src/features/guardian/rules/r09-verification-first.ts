// R9: businesses that draw complaints wait for verification by Meta.
import { z } from 'zod';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const verificationFirst = defineRule({
  id: 'R9',
  level: 'warn',
  source: SOURCES.guide,
  parameters: z.object({
    drawsComplaints: z.boolean().default(false),
    verified: z.boolean().default(false),
  }),
  check({ sender, audience, mass }, { drawsComplaints, verified }, { pass, fail }) {
    // Without verification Meta does not raise the limit above 250 before 2,000 well received messages.
    const trusted = verified || sender.limit === null || sender.limit >= 2_000;
    const numbers = { people: audience.people, limit: sender.limit ?? 0 };
    if (!drawsComplaints && (trusted || !mass)) return pass('no_need', numbers);
    if (trusted) return pass('verified', numbers);
    return drawsComplaints && mass
      ? fail('unverified', numbers, { measure: audience.people })
      : fail('better_verified', numbers, { level: 'inform' });
  },
  examples: {
    passes: {},
    fails: { sender: { ...EXAMPLE_FACTS.sender, limit: 250 } },
  },
});
