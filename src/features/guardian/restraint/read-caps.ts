// The workspace's numbers of the rules R10 to R12, as far as a campaign keeps them.
import { readAnswers, ruleSettings } from '#features/guardian/guardian.store.ts';
import { parametersOf } from '#features/guardian/plan-parameters.ts';
import type { Call } from '#operations/call.ts';
import type { Caps } from './hold-of.ts';

const AS_MANY_AS_ONE_LIKES = Number.MAX_SAFE_INTEGER;

/** A rule in spite of which an administrator started the campaign, with a reason, holds nobody back. */
export async function readCaps(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  campaignId: string | null,
): Promise<Caps> {
  const settings = await ruleSettings(call);
  const answers = campaignId === null ? new Map() : await readAnswers(call, campaignId);
  const { days } = parametersOf('R11', settings) as { days: number };
  const first = parametersOf('R10', settings) as { days: number };
  const { perDay, perWeek } = parametersOf('R12', settings) as { perDay: number; perWeek: number };
  return {
    perDay: answers.has('R12') ? AS_MANY_AS_ONE_LIKES : perDay,
    perWeek: answers.has('R12') ? AS_MANY_AS_ONE_LIKES : perWeek,
    silenceDays: answers.has('R11') ? 0 : days,
    firstSilenceDays: answers.has('R10') ? 0 : first.days,
  };
}
