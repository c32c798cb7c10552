// The workspace's numbers of the rules R11 and R12, as far as a campaign keeps them.
import { parametersOf } from '#features/guardian/plan-parameters.ts';
import type { Call } from '#operations/call.ts';
import type { Caps } from './hold-of.ts';

export async function readCaps(
  _call: Pick<Call, 'tx' | 'workspaceId'>,
  _campaignId: string | null,
): Promise<Caps> {
  const { days } = parametersOf('R11') as { days: number };
  const { perDay, perWeek } = parametersOf('R12') as { perDay: number; perWeek: number };
  return { perDay, perWeek, silenceDays: days };
}
