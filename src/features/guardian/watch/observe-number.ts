// Looks at what is known of a number now, keeps it, and moves the number's stage by it.
import { publish } from '#events/publish.ts';
import type { BulkStop } from '#features/numbers/numbers.contract.ts';
import { numberById, stopBulk } from '#features/numbers/numbers.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Call } from '#operations/call.ts';
import { logDecision } from './guardian-log.store.ts';
import { nextStage, type StageParameters, type StageState } from './quality-stage.ts';
import { stageInWords } from './stage-words.ts';
import { tellOwnersJob } from './tell-owners.job.ts';
import { lockStage, noteNumber, saveStage } from './watch.store.ts';

export type ObservingCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

/** Repeated and late looks change nothing. Numbers that are not connected any more are passed over. */
export async function observeNumber(
  call: ObservingCall,
  numberId: string,
  parameters: StageParameters,
): Promise<void> {
  const number = await numberById(call, numberId);
  if (!number) return;
  await noteNumber(call, numberId, number);
  const before = await lockStage(call, numberId);
  const after = nextStage(before, number, call.now, parameters);
  if (after === before) return;
  await saveStage(call, numberId, after);
  const moved = after.stage !== before.stage || after.relapses !== before.relapses;
  if (moved) await followStage(call, numberId, before, after);
}

/** Stops or frees bulk, and tells it. Whether campaigns go on is then theirs to decide. */
async function followStage(
  call: ObservingCall,
  numberId: string,
  before: StageState,
  after: StageState,
): Promise<void> {
  await stopBulk(call, numberId, stopOf(after));
  await logDecision(call, {
    what: after.stage === 'stopped' && after.relapses > before.relapses ? 'stopped_again' : after.stage,
    numberId,
    until: after.stoppedUntil ?? after.recoveringUntil,
    numbers: { cause: after.cause ?? '', relapses: after.relapses },
  });
  await enqueue(call.tx, tellOwnersJob, {
    workspaceId: call.workspaceId,
    numberId,
    stage: after.stage,
    cause: after.cause,
    relapses: after.relapses,
    until: (after.stoppedUntil ?? after.recoveringUntil)?.toISOString() ?? null,
  });
  await publish(call, 'number.stage_changed', numberId, {
    stage: after.stage,
    cause: after.cause,
    until: (after.stoppedUntil ?? after.recoveringUntil)?.toISOString() ?? null,
    text: stageInWords(after),
  });
}

const STOP_KINDS = {
  stopped: 'number_resting',
  restricted: 'number_restricted',
  banned: 'number_banned',
} as const;

/** Null where campaigns may send. */
function stopOf(state: StageState): BulkStop | null {
  const { stage, cause, relapses, stoppedUntil } = state;
  if (stage === 'free' || stage === 'recovering') return null;
  const params: BulkStop['params'] = {};
  if (stoppedUntil)
    Object.assign(params, { cause: cause ?? 'low', relapses, until: stoppedUntil.toISOString() });
  return { kind: STOP_KINDS[stage], text: stageInWords(state), params };
}
