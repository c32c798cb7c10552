// Puts all rules to the facts of one send.
import type { Facts } from './facts.ts';
import { parametersOf, type RuleSettings } from './plan-parameters.ts';
import { rules } from './rules/registry.ts';
import type { Verdict } from './rules/rule.ts';

/** One verdict per rule, the gravest first, else in the rules' order. */
export function judge(facts: Facts, settings: RuleSettings = {}): Verdict[] {
  const order = { block: 0, warn: 1, inform: 2, pass: 3 };
  return rules
    .map((rule) => rule.check(facts, parametersOf(rule.id, settings)))
    .sort((a, b) => order[a.outcome] - order[b.outcome]);
}
