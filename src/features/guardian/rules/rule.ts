// What a rule is: an id, its level, its parameters and a pure check of the facts; its words are in rule-words.*.ts.
import type { z } from 'zod';
import type { Facts } from '#features/guardian/facts.ts';
import type { ruleWords } from './rule-words.en.ts';

export const RULE_IDS = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
  'R19',
  'R20',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** `block` stops, `warn` needs a reason, `inform` only says it. */
export const LEVELS = ['block', 'warn', 'inform'] as const;
export type Level = (typeof LEVELS)[number];

/** Figures of a sentence, by the names that the words use. */
export type Numbers = Record<string, number | string>;

type SaysOf<I extends RuleId> = keyof (typeof ruleWords)[I]['says'] & string;

export type Finding<Says extends string = string> = {
  outcome: 'pass' | Level;
  /** Which of the rule's sentences applies. */
  says: Says;
  numbers: Numbers;
  /** How much of it there is: a reason given for so much does not hold for more. */
  measure: number;
};

export type Verdict = Finding & { rule: RuleId };

type Tools<Says extends string> = {
  pass(says: Says, numbers?: Numbers): Finding<Says>;
  /** `level` where a finding is milder or harder than the rule. */
  fail(says: Says, numbers?: Numbers, more?: { level?: Level; measure?: number }): Finding<Says>;
};

export type Rule = {
  id: RuleId;
  level: Level;
  /** Who may go on in spite of a block: the owner, or nobody. Warnings ask an administrator for a reason. */
  blockEndedBy: 'owner' | 'nobody';
  /** Where it comes from. */
  source: string;
  /** Numbers (and switches) that a workspace may change, with the seed's as defaults, bounded within sense. */
  parameters: z.ZodObject;
  check(facts: Facts, parameters?: unknown): Verdict;
  /** Facts that differ from ordinary ones: those that pass and those that fail. */
  examples: { passes: Partial<Facts>; fails: Partial<Facts> };
};

/** The guide that the seed holds, the product's documentation, and Meta's own pages. */
export const SOURCES = {
  guide: '“Rules to avoid ban from WhatsApp”',
  practice: 'Practice of WhatsApp platforms',
  meta: 'Meta’s documentation',
} as const;

export function defineRule<const I extends RuleId, P extends z.ZodObject>(
  rule: Omit<Rule, 'id' | 'parameters' | 'check' | 'blockEndedBy'> & {
    id: I;
    blockEndedBy?: Rule['blockEndedBy'];
    parameters: P;
    check(facts: Facts, parameters: z.output<P>, tools: Tools<SaysOf<I>>): Finding<SaysOf<I>>;
  },
): Rule {
  const tools: Tools<SaysOf<I>> = {
    pass: (says, numbers = {}) => ({ outcome: 'pass', says, numbers, measure: 0 }),
    fail: (says, numbers = {}, { level = rule.level, measure = 1 } = {}) => ({
      outcome: level,
      says,
      numbers,
      measure,
    }),
  };
  return {
    ...rule,
    blockEndedBy: rule.blockEndedBy ?? 'nobody',
    check: (facts, parameters) => ({
      rule: rule.id,
      ...rule.check(facts, rule.parameters.parse(parameters ?? {}) as z.output<P>, tools),
    }),
  };
}
