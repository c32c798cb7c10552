// How long a number rests and recovers: the workspace's numbers of the rules R6 and R7.
import { ruleSettings } from '#features/guardian/guardian.store.ts';
import { planParameters } from '#features/guardian/plan-parameters.ts';
import type { Call } from '#operations/call.ts';
import type { StageParameters } from './quality-stage.ts';

export async function stageParameters(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
): Promise<StageParameters> {
  const { pause, recovery } = planParameters(await ruleSettings(call));
  return { stopDays: pause.days, recoveryDays: recovery.days };
}
