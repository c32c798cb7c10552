// Changes the numbers of a rule within its bounds.
import type { guardianContract } from '#features/guardian/guardian.contract.ts';
import { readSettings, writeSetting } from '#features/guardian/guardian.store.ts';
import { parametersOf } from '#features/guardian/plan-parameters.ts';
import { ruleById } from '#features/guardian/rules/registry.ts';
import { showRule } from '#features/guardian/show-rule.ts';
import { audit } from '#features/people/people.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const setRule: Handler<typeof guardianContract.setRule> = async (call, { id, parameters }) => {
  const rule = ruleById(id);
  const read = rule.parameters.strict().safeParse(parameters);
  if (!read.success)
    throw badInput(
      read.error.issues.map((issue) => ({
        path: ['parameters', ...issue.path].join('.'),
        message: issue.message,
      })),
    );
  const before = (await readSettings(call)).find((row) => row.rule === id);
  await writeSetting(call, id, read.data);
  await audit.record(call, {
    action: 'guardian_rule.changed',
    subjectType: 'guardian_rule',
    subjectId: null,
    details: {
      rule: id,
      from: parametersOf(id, before ? { [id]: before.parameters } : {}),
      to: read.data,
    },
  });
  const after = (await readSettings(call)).find((row) => row.rule === id);
  return showRule(rule, after);
};
