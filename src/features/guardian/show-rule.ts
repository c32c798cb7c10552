// A rule as the contract spells it, with the workspace's numbers.
import { z } from 'zod';
import type { GuardianRule, RuleParameter } from './guardian.contract.ts';
import type { SettingRow } from './guardian.store.ts';
import { parametersOf } from './plan-parameters.ts';
import type { Rule } from './rules/rule.ts';
import { ruleWords } from './rules/rule-words.en.ts';

type Bounds = { type?: string; minimum?: number; maximum?: number; default?: number | boolean };

export function showRule(rule: Rule, setting: SettingRow | undefined): GuardianRule {
  const { title, asks, parameters } = ruleWords[rule.id];
  const values = parametersOf(rule.id, setting ? { [rule.id]: setting.parameters } : {});
  const schema = z.toJSONSchema(rule.parameters, { io: 'input' });
  const bounds = (schema.properties ?? {}) as Record<string, Bounds>;
  return {
    id: rule.id,
    title,
    asks,
    source: rule.source,
    level: rule.level,
    blockEndedBy: rule.blockEndedBy,
    parameters: Object.entries(bounds).map(([name, bound]) => ({
      name,
      label: (parameters as Record<string, string>)[name] ?? name,
      kind: kindOf(bound),
      value: values[name]!,
      standard: bound.default!,
      least: bound.minimum ?? null,
      most: bound.maximum ?? null,
    })),
    changedBy: setting?.changedBy.name ?? null,
    changedAt: setting?.changedAt.toISOString() ?? null,
  };
}

function kindOf({ type, maximum = 0 }: Bounds): RuleParameter['kind'] {
  if (type === 'boolean') return 'switch';
  if (type === 'integer') return 'count';
  return maximum <= 1 ? 'share' : 'factor';
}
