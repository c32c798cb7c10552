// A planned campaign day by day: which wave may be sent now, when the next one may, and what changes the plan.
//
// A wave is planned → sending → checking → done. It begins at its due time, when the wave before it was sent at least
// 24 hours ago (R5's number), the number's quality was read since, and is not low. Otherwise it is held, and the rest is
// planned anew by what the number may do now. Everything is a row: whoever feeds the campaign next goes on from there.
import type { Call } from '#operations/call.ts';
import { checkWave } from './check-wave.ts';
import { warmthOfWaiting } from './gather-audience.ts';
import { dayOf, massFrom } from './gather-facts.ts';
import { gatherSender, gatherToday } from './gather-history.ts';
import { ruleSettings } from './guardian.store.ts';
import { planWaves } from './plan.ts';
import { parametersOf, planParameters } from './plan-parameters.ts';
import type { CampaignPlan } from './preflight.contract.ts';
import {
  countFed,
  findPlan,
  type Hold,
  insertPlan,
  moveWave,
  notePlan,
  openWaves,
  type PlanRow,
  readWaves,
  replaceWaves,
  type WaveCall,
  type WaveRow,
} from './waves.store.ts';

/** How soon a held wave is looked at again. */
const LOOK_AGAIN_MS = 10 * 60_000;
/** A reading of the quality that was asked for is there by then. */
const READING_MS = 60_000;
/** What of a wave left late counts for so much longer; then the next is made smaller. */
const LATE_MS = 3 * 3_600_000;

/** What a planned campaign may do now: hand over up to `room` people, or wait until then. */
export type WaveTurn = { position: number; room: number } | { until: Date };

/** Makes the plan of a frozen campaign; a second time changes nothing. */
export async function makePlan(call: WaveCall, campaignId: string, numberId: string): Promise<void> {
  if (await findPlan(call, campaignId)) return;
  await insertPlan(call, campaignId, numberId);
  await planRest(call, campaignId, numberId, call.now);
}

export async function presentWave(call: WaveCall, campaignId: string): Promise<WaveTurn> {
  const plan = await findPlan(call, campaignId);
  if (!plan) throw new Error(`campaign ${campaignId} is planned and has no plan`);
  const [wave, next] = await openWaves(call, campaignId);
  if (!wave) return rest(call, campaignId, plan, call.now);
  if (wave.state === 'sending') return { position: wave.position, room: wave.people - wave.fed };
  if (wave.state === 'planned') return begin(call, campaignId, plan, wave, null);
  return check(call, campaignId, plan, wave, next);
}

/** Counts people handed to sending to the wave. */
export const noteFed = countFed;

/** The wave that was sent last is looked at a day later; then the next may begin. */
async function check(
  call: WaveCall,
  campaignId: string,
  plan: PlanRow,
  wave: WaveRow,
  next: WaveRow | undefined,
): Promise<WaveTurn> {
  const found = await checkWave(call, campaignId, plan.numberId, wave);
  if (found === 'reading') return hold(call, campaignId, plan, 'check_open', READING_MS);
  if ('due' in found) return { until: found.due };
  if (!next) return rest(call, campaignId, plan, call.now);
  return begin(call, campaignId, plan, next, found.quality);
}

/** Begins a wave where the number may still do what was planned; else the rest is planned anew. */
async function begin(
  call: WaveCall,
  campaignId: string,
  plan: PlanRow,
  wave: WaveRow,
  quality: string | null,
): Promise<WaveTurn> {
  if (wave.dueAt > call.now) {
    if (plan.held) await notePlan(call, campaignId, { held: null });
    return { until: wave.dueAt };
  }
  const fresh = await plannedNow(call, campaignId, plan.numberId);
  const today = fresh.plan.waves[0];
  if (agesOut(call, wave, fresh)) return hold(call, campaignId, plan, 'limit');
  if (!today || today.day > fresh.today || today.people < wave.people || today.stage !== wave.stage) {
    await replaceWaves(call, campaignId, fresh.plan.waves, call.now);
    const because = quality === 'low' || quality === 'medium' ? 'quality' : today ? 'limit' : 'standing';
    await notePlan(call, campaignId, { because });
    if (!today) return hold(call, campaignId, plan, fresh.hold);
    const [first] = (await openWaves(call, campaignId)).filter((each) => each.state === 'planned');
    if (!first || first.dueAt > call.now || today.day > fresh.today) {
      await notePlan(call, campaignId, { held: fresh.hold === 'stopped' ? 'stopped' : null });
      return { until: first?.dueAt ?? later(call) };
    }
    return start(call, campaignId, first);
  }
  return start(call, campaignId, wave);
}

/** Only the wave before, part of which left late, makes the day smaller: a while later there is room for all. */
function agesOut(call: WaveCall, wave: WaveRow, { plan, today, lately }: Fresh): boolean {
  if (wave.position === 1 || call.now.getTime() > wave.dueAt.getTime() + LATE_MS) return false;
  const [first] = plan.waves;
  const people = first && first.day === today && first.stage === wave.stage ? first.people : 0;
  return (
    people < wave.people && people + lately >= wave.people && (first?.stage ?? wave.stage) === wave.stage
  );
}

async function start(call: WaveCall, campaignId: string, wave: WaveRow): Promise<WaveTurn> {
  await moveWave(call, campaignId, wave.position, { state: 'sending', startedAt: call.now });
  await notePlan(call, campaignId, { held: null });
  return { position: wave.position, room: wave.people };
}

/** All waves are done and somebody still waits: people who came back, or whom an earlier plan did not reach. */
async function rest(call: WaveCall, campaignId: string, plan: PlanRow, from: Date): Promise<WaveTurn> {
  const hold = await planRest(call, campaignId, plan.numberId, from);
  const [first] = await openWaves(call, campaignId);
  await notePlan(call, campaignId, { because: 'people', held: first ? null : hold });
  return { until: first?.dueAt ?? later(call) };
}

async function hold(
  call: WaveCall,
  campaignId: string,
  plan: PlanRow,
  kind: Hold,
  forMs = LOOK_AGAIN_MS,
): Promise<WaveTurn> {
  if (plan.held !== kind) await notePlan(call, campaignId, { held: kind });
  return { until: later(call, forMs) };
}

const later = (call: WaveCall, ms = LOOK_AGAIN_MS) => new Date(call.now.getTime() + ms);

async function planRest(call: WaveCall, campaignId: string, numberId: string, from: Date): Promise<Hold> {
  const fresh = await plannedNow(call, campaignId, numberId);
  await replaceWaves(call, campaignId, fresh.plan.waves, from);
  return fresh.hold;
}

type Fresh = Awaited<ReturnType<typeof plannedNow>>;

/** The plan of those who still wait, by what the number may do now; `lately`: people of the last 24 hours. */
async function plannedNow(call: WaveCall, campaignId: string, numberId: string) {
  const settings = await ruleSettings(call);
  const p = planParameters(settings);
  const audience = await warmthOfWaiting(call, campaignId, Number(parametersOf('R3', settings).warmDays));
  const { sender } = await gatherSender(call, numberId, {
    massFrom: massFrom(settings),
    stoppedFor: p.pause.days,
  });
  const { used, bulk } = await gatherToday(call, numberId);
  const today = await dayOf(call, call.now);
  const plan = planWaves({ firstDay: today, audience, sender, usedToday: used, bulkToday: bulk }, p);
  const stopped = sender.stoppedDays > 0 || sender.quality === 'low';
  const hold: Hold = sender.banned ? 'banned' : stopped ? 'stopped' : 'limit';
  return { plan, today, hold, lately: Math.max(used, bulk) };
}

/** The plan of a campaign as it is shown, or null. */
export async function showPlan(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  campaignId: string,
): Promise<CampaignPlan | null> {
  const plan = await findPlan(call, campaignId);
  if (!plan) return null;
  const waves = await readWaves(call, campaignId);
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    campaignId,
    waves: waves.map((wave) => ({
      ...wave,
      dueAt: wave.dueAt.toISOString(),
      startedAt: iso(wave.startedAt),
      endedAt: iso(wave.endedAt),
      checkedAt: iso(wave.checkedAt),
    })),
    finishesOn: waves.at(-1)?.day ?? null,
    plannedBecause: plan.plannedBecause,
    plannedAt: plan.plannedAt.toISOString(),
    held: plan.held,
  };
}
