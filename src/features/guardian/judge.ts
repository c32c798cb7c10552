// Puts all rules to the facts of one send.
import type { Facts } from './facts.ts';
import { parametersOf, type RuleSettings } from './plan-parameters.ts';
import { rules } from './rules/registry.ts';
import type { Verdict } from './rules/rule.ts';

const GRAVITY = { block: 0, warn: 1, inform: 2, pass: 3 } as const;

/** One verdict per rule, the gravest first, else in the rules' order. */
export function judge(facts: Facts, settings: RuleSettings = {}): Verdict[] {
  return rules.map((rule) => rule.check(facts, parametersOf(rule.id, settings))).sort(byGravity);
}

/** A verdict on a test of variants, with the places of those that it is about; none: of all of them alike. */
export type VariantVerdict = Verdict & { variants: number[] };

/** Each variant judged as if it were the only one; of each rule the gravest verdict counts. */
export function judgeVariants(variants: readonly Facts[], settings: RuleSettings = {}): VariantVerdict[] {
  return rules
    .map((rule) => {
      const all = variants.map((facts) => rule.check(facts, parametersOf(rule.id, settings)));
      const gravest = [...all].sort(byGravity)[0]!;
      const same = all.flatMap(({ outcome }, at) => (outcome === gravest.outcome ? [at + 1] : []));
      return { ...gravest, variants: same.length === all.length ? [] : same };
    })
    .sort(byGravity);
}

function byGravity(a: Verdict, b: Verdict): number {
  return GRAVITY[a.outcome] - GRAVITY[b.outcome];
}
