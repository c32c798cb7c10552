// What a number may do in bulk today, by its stage and how far it is warmed up.
import { allowanceOf } from '#features/guardian/allowance.ts';
import { massFrom } from '#features/guardian/gather-facts.ts';
import { gatherSender } from '#features/guardian/gather-history.ts';
import { ruleSettings } from '#features/guardian/guardian.store.ts';
import { planParameters } from '#features/guardian/plan-parameters.ts';
import type { WatchedNumber } from '#features/guardian/watch.contract.ts';
import type { Call } from '#operations/call.ts';

/** `people`: whom campaigns wrote to today. */
export async function todayOf(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  numberId: string,
  people: number,
): Promise<WatchedNumber['today']> {
  const settings = await ruleSettings(call);
  const parameters = planParameters(settings);
  const { sender } = await gatherSender(call, numberId, {
    massFrom: massFrom(settings),
    stoppedFor: parameters.pause.days,
  });
  const { stage, people: allowed } = allowanceOf(sender, parameters);
  return { people, allowed, warmth: stage };
}
