// The look at a number's quality a day after a wave was sent: when it is due, and what it finds.
import { refreshSoon } from '#features/numbers/numbers.ts';
import { ruleSettings } from './guardian.store.ts';
import { planParameters } from './plan-parameters.ts';
import { findPlan, moveWave, openWaves, type WaveCall, type WaveRow } from './waves.store.ts';

const HOUR_MS = 3_600_000;

/** `due`: not before then. `reading`: the quality was not read since; it is asked for. */
export type WaveCheck = { due: Date } | 'reading' | { quality: string };

/** Looks at the wave that was sent last; what is found is noted with it, which is then done. */
export async function checkWave(
  call: WaveCall,
  campaignId: string,
  numberId: string,
  wave: WaveRow,
): Promise<WaveCheck> {
  const { check } = planParameters(await ruleSettings(call));
  const due = new Date(wave.endedAt!.getTime() + check.hours * HOUR_MS);
  if (due > call.now) return { due };
  const number = await readNumber(call, numberId);
  // Quality that was read before the day was over says nothing about it; of a number that left nothing more is read.
  if (number.connected && (!number.checkedAt || number.checkedAt < due)) {
    await refreshSoon(call.tx, call.workspaceId, numberId);
    return 'reading';
  }
  const { quality } = number;
  await moveWave(call, campaignId, wave.position, { state: 'done', checkedAt: call.now, quality });
  return { quality };
}

/** The look at the last wave of a campaign that nobody feeds any more; null: nothing waits to be looked at. */
export async function lastCheck(call: WaveCall, campaignId: string): Promise<WaveCheck | null> {
  const plan = await findPlan(call, campaignId);
  const wave = (await openWaves(call, campaignId)).find(({ state }) => state === 'checking');
  return plan && wave ? checkWave(call, campaignId, plan.numberId, wave) : null;
}

async function readNumber(
  call: WaveCall,
  numberId: string,
): Promise<{ quality: string; checkedAt: Date | null; connected: boolean }> {
  const row = await call.tx
    .selectFrom('numbers')
    .select(['quality', 'checked_at', 'disconnected_at'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', numberId)
    .executeTakeFirstOrThrow();
  return { quality: row.quality, checkedAt: row.checked_at, connected: row.disconnected_at === null };
}
