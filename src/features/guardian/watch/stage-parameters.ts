// How long a number rests and recovers: the workspace's numbers of the rules R6 and R7.
import type { Call } from '#operations/call.ts';
import type { StageParameters } from './quality-stage.ts';

export async function stageParameters(_call: Pick<Call, 'tx' | 'workspaceId'>): Promise<StageParameters> {
  return { stopDays: 7, recoveryDays: 30 };
}
