// What a number may do in bulk today, and how much of it is done.
import { planParameters } from '#features/guardian/plan-parameters.ts';
import type { WatchedNumber } from '#features/guardian/watch.contract.ts';
import type { NumberRow } from '#features/numbers/numbers.ts';
import type { Call } from '#operations/call.ts';
import { mayBulk, type StageState } from './quality-stage.ts';

export async function todayOf(
  _call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  number: NumberRow,
  state: StageState,
  people: number,
): Promise<WatchedNumber['today']> {
  if (!mayBulk(state.stage)) return { people, allowed: 0, warmth: 'stopped' };
  if (state.stage === 'recovering')
    return { people, allowed: planParameters().recovery.perDay, warmth: 'recovering' };
  return { people, allowed: number.messagingLimit, warmth: 'proven' };
}
