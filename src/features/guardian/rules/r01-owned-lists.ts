// R1: only people who came to the business themselves.
import { z } from 'zod';
import type { ContactSource } from '#features/guardian/facts.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const ownedLists = defineRule({
  id: 'R1',
  level: 'block',
  source: SOURCES.guide,
  parameters: z.object({}),
  check({ sources }, _parameters, { pass, fail }) {
    const bought = sources.filter((source) => source.origin === 'bought');
    if (bought.length > 0) return fail('bought', figures(bought));
    const unknown = sources.filter((source) => source.origin === null);
    if (unknown.length > 0) return fail('undeclared', figures(unknown));
    return pass('declared', { count: sources.length });
  },
  examples: {
    passes: {},
    fails: { sources: [{ ...EXAMPLE_FACTS.sources[0]!, origin: null }] },
  },
});

const figures = (sources: readonly ContactSource[]) => ({
  names: sources.map((source) => `“${source.name}”`).join(', '),
  count: sources.length,
  people: sources.reduce((all, source) => all + source.people, 0),
});
