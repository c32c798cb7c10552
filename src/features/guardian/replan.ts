// Plans a campaign's further days anew as soon as its number changed, also while a wave is being sent or looked at.
import { type Allowance, allowanceOf } from './allowance.ts';
import type { Warmth } from './facts.ts';
import { warmthOfWaiting } from './gather-audience.ts';
import { dayOf, massFrom } from './gather-facts.ts';
import { gatherSender, gatherToday } from './gather-history.ts';
import { ruleSettings } from './guardian.store.ts';
import { afterDay, type PlannedWave, planWaves } from './plan.ts';
import { parametersOf, planParameters } from './plan-parameters.ts';
import {
  findPlan,
  notePlan,
  type PlanRow,
  readWaves,
  replaceWaves,
  resizeWave,
  type WaveCall,
  type WaveRow,
} from './waves.store.ts';

const HOUR_MS = 3_600_000;

/**
 * Answers whether the plan changed. Whoever calls it keeps others from feeding the campaign until the transaction
 * ends. Campaigns without a plan are passed over.
 */
export async function replan(call: WaveCall, campaignId: string): Promise<boolean> {
  const plan = await findPlan(call, campaignId);
  if (!plan) return false;
  const settings = await ruleSettings(call);
  const p = planParameters(settings);
  const stoppedFor = p.pause.days;
  const { sender } = await gatherSender(call, plan.numberId, { massFrom: massFrom(settings), stoppedFor });
  const allowance = allowanceOf(sender, p);
  // After the rest people look at it again: until then it is taken that it heals.
  const healed = sender.quality === 'low' ? { ...sender, quality: 'medium' as const } : sender;

  const before = await readWaves(call, campaignId);
  const present = before.find(({ state }) => state === 'sending' || state === 'checking');
  const people = present?.state === 'sending' ? peopleStill(present, allowance) : present?.people;
  const shrunk = present !== undefined && people !== present.people;
  if (shrunk) await resizeWave(call, campaignId, present, people!);

  const waiting = await warmthOfWaiting(call, campaignId, Number(parametersOf('R3', settings).warmDays));
  const unsent = present?.state === 'sending' ? Math.max(0, people! - present.fed) : 0;
  const audience = withoutWarmest(waiting, unsent);
  const today = await dayOf(call, call.now);
  const { used, bulk } = await gatherToday(call, plan.numberId);
  const notBefore = present && people! > 0 ? checkDue(call, present, p.check.hours) : call.now;
  const firstDay = await dayOf(call, notBefore);
  // What was sent lately has aged out of the 24 hours when the day after it comes.
  const lately = notBefore > call.now ? { usedToday: 0, bulkToday: 0 } : { usedToday: used, bulkToday: bulk };
  const then = firstDay > today ? afterDay(healed, bulk + unsent) : healed;
  const { waves } = planWaves({ firstDay, audience, sender: then, ...lately }, p);

  const planned = before.filter(({ state }) => state === 'planned');
  const held = heldBy(plan, sender);
  if (!shrunk && same(planned, waves) && held === plan.held) return false;
  await replaceWaves(call, campaignId, waves, notBefore);
  await notePlan(call, campaignId, { because: because(planned, waves, sender.quality, shrunk), held });
  return true;
}

/** What a wave that is being sent may still come to: less where the number may do less than in the morning. */
function peopleStill({ people, fed }: WaveRow, { people: allowed }: Allowance): number {
  return allowed === null ? people : Math.max(fed, Math.min(people, allowed));
}

function checkDue(call: WaveCall, { endedAt }: WaveRow, hours: number): Date {
  return new Date(Math.max(call.now.getTime(), (endedAt ?? call.now).getTime() + hours * HOUR_MS));
}

function withoutWarmest({ warm, known, cold }: Warmth, people: number): Warmth {
  const ofWarm = Math.min(warm, people);
  const ofKnown = Math.min(known, people - ofWarm);
  return {
    warm: warm - ofWarm,
    known: known - ofKnown,
    cold: Math.max(0, cold - (people - ofWarm - ofKnown)),
  };
}

function heldBy(
  { held }: PlanRow,
  { banned, stoppedDays, quality }: { banned: boolean; stoppedDays: number; quality: string },
): PlanRow['held'] {
  if (banned) return 'banned';
  if (stoppedDays > 0 || quality === 'low') return 'stopped';
  return held === 'stopped' || held === 'banned' ? null : held;
}

/** Whether nothing of what people see would change; days that went by unnoticed do not count. */
function same(before: readonly PlannedWave[], after: readonly PlannedWave[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ day, people, stage }, at) => {
      const other = after[at]!;
      return day === other.day && people === other.people && stage === other.stage;
    })
  );
}

const TROUBLED: readonly string[] = ['stopped', 'recovering'];

function because(
  before: readonly PlannedWave[],
  after: readonly PlannedWave[],
  quality: string,
  shrunk: boolean,
): PlanRow['plannedBecause'] {
  const troubled = [...before, ...after].some(({ stage }) => TROUBLED.includes(stage));
  if (shrunk || troubled || quality === 'low' || quality === 'medium') return 'quality';
  return [...before, ...after].some(({ bound }) => bound === 'limit') ? 'limit' : 'standing';
}
