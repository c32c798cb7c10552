// R18: people see at once who writes, and are greeted.
import { z } from 'zod';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { defineRule, SOURCES } from './rule.ts';

export const clearSender = defineRule({
  id: 'R18',
  level: 'inform',
  source: SOURCES.practice,
  parameters: z.object({}),
  check({ template }, _parameters, { pass, fail }) {
    const lacks = (kind: string) => template.words.some((word) => word.kind === kind);
    if (lacks('sender_missing')) return fail('sender');
    return lacks('greeting_missing') ? fail('greeting') : pass('clear');
  },
  examples: {
    passes: {},
    fails: { template: { ...EXAMPLE_FACTS.template, words: [{ kind: 'sender_missing' }] } },
  },
});
