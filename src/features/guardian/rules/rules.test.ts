// Walks the rules: each says what it asks, judges its own examples as it says, and keeps its numbers within sense.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parametersOf } from '#features/guardian/plan-parameters.ts';
import { EXAMPLE_FACTS } from './example-facts.ts';
import { rules } from './registry.ts';
import { LEVELS, RULE_IDS } from './rule.ts';
import { ruleWords } from './rule-words.en.ts';
import { ruleWords as spanish } from './rule-words.es.ts';
import { ruleWords as italian } from './rule-words.it.ts';
import { speak } from './speak.ts';

it('has one rule for each id', () => {
  expect(rules.map((rule) => rule.id)).toEqual([...RULE_IDS]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const words = ruleWords[id];
  const says = words.says as Record<string, string>;

  it('says what it is, what it asks and where it comes from', () => {
    expect(words.title).not.toBe('');
    expect(words.asks).toMatch(/\.$|\?$/);
    expect(rule.source).not.toBe('');
    expect(LEVELS).toContain(rule.level);
  });

  it('passes ordinary facts and its own good example', () => {
    for (const facts of [EXAMPLE_FACTS, { ...EXAMPLE_FACTS, ...rule.examples.passes }]) {
      const verdict = rule.check(facts);
      expect(verdict).toMatchObject({ rule: id, outcome: 'pass' });
      expect(says[verdict.says]).toBeDefined();
    }
  });

  it('fails its bad example, with every number that its words name', () => {
    const verdict = rule.check({ ...EXAMPLE_FACTS, ...rule.examples.fails });
    expect(LEVELS).toContain(verdict.outcome);
    for (const [locale, words] of [
      ['en', ruleWords],
      ['it', italian],
      ['es', spanish],
    ] as const) {
      const spoken = speak(verdict, words, locale);
      expect(spoken.text).not.toMatch(/[{}]/);
      expect(spoken.todo).toBeTruthy();
    }
  });

  it('bounds each number around its default, and names it', () => {
    const schema = z.toJSONSchema(rule.parameters, { io: 'input' });
    const properties = (schema.properties ?? {}) as Record<string, Record<string, number | string>>;
    const names = Object.keys(properties);
    expect(Object.keys(words.parameters)).toEqual(names);
    expect(Object.keys(parametersOf(id))).toEqual(names);
    for (const property of Object.values(properties)) {
      if (property.type === 'boolean') continue;
      expect(property.default).toBeGreaterThanOrEqual(property.minimum as number);
      expect(property.default).toBeLessThanOrEqual(property.maximum as number);
    }
  });
});

it('passes over stored numbers that are out of bounds', () => {
  expect(parametersOf('R2', { R2: { perDay: 1_000_000 } })).toEqual(parametersOf('R2'));
  expect(parametersOf('R2', { R2: { perDay: 100 } })).toMatchObject({ perDay: 100, sendingDays: 7 });
});
