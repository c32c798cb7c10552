// Tells how old and how widely sent a template is, as R13 judges it with the workspace's numbers.
import { gatherTemplates } from '#features/guardian/gather-template.ts';
import { ruleSettings } from '#features/guardian/guardian.store.ts';
import { parametersOf } from '#features/guardian/plan-parameters.ts';
import { templateAgeing } from '#features/guardian/rules/r13-template-ageing.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const getTemplateAgeing: Handler<typeof watchContract.ageing> = async (call, { id }) => {
  const [template] = await gatherTemplates(call, [{ templateId: id, fields: {} }]);
  const { outcome, says, numbers } = templateAgeing.check(
    // The rule looks at nothing else.
    { template } as Parameters<typeof templateAgeing.check>[0],
    parametersOf('R13', await ruleSettings(call)),
  );
  return { outcome, says, numbers };
};
