// Lists the rules with the workspace's numbers.
import type { guardianContract } from '#features/guardian/guardian.contract.ts';
import { readSettings } from '#features/guardian/guardian.store.ts';
import { rules } from '#features/guardian/rules/registry.ts';
import { showRule } from '#features/guardian/show-rule.ts';
import type { Handler } from '#operations/handle.ts';

export const listRules: Handler<typeof guardianContract.rules> = async (call) => {
  const settings = new Map((await readSettings(call)).map((row) => [row.rule, row]));
  return { items: rules.map((rule) => showRule(rule, settings.get(rule.id))) };
};
