// What a lane may do now: the number's rate, how far the provider slowed it down, and until when it rests.
import { type LaneRest, restAfter } from '#features/sending/fates.ts';
import {
  createPacer,
  type Intake,
  NO_PRESSURE,
  noteIntake,
  type Pressure,
  roomBeside,
  slower,
  targetRate,
} from '#features/sending/pacer.ts';
import type { LaneFacts } from '#features/sending/sending-lanes.store.ts';
import { now } from '#kit/clock.ts';
import type { Failure } from '#whatsapp/failure-kinds.ts';
import type { Outcome } from './record-outcomes.ts';

/** A failure slows down once, not as often as there were calls under way. */
const SLOWER_AT_MOST_EVERY_MS = 500;

export type LanePace = {
  /** Takes over what was just read of the number; `at` as of `performance.now()`. */
  heed(facts: LaneFacts, at: number): void;
  /** How many of `wanted` may go; they count as gone. */
  take(at: number, wanted: number): number;
  /** Nothing may go. */
  rests(at: number): boolean;
  /** Bulk stays where it is. */
  answersOnly(at: number): boolean;
  /** Draws the consequences of an outcome; answers the rest that is to be noted with the number. */
  notice(result: Outcome['result'], at: number): { until: Date; failure: Failure } | null;
};

export function lanePace(): LanePace {
  const pacer = createPacer(1);
  let facts: LaneFacts | null = null;
  let pressure: Pressure = NO_PRESSURE;
  let intake: Intake | null = null;
  let restUntil = 0;
  let bulkRestUntil = 0;
  let unreachableInRow = 0;

  function adjustRate(at: number): void {
    if (!facts) return;
    const room = roomBeside(facts.throughput, intake?.perSecond ?? 0);
    pacer.setRate(targetRate(room, pressure, at));
  }

  function obey(rest: LaneRest, failure: Failure, at: number): { until: Date; failure: Failure } | null {
    if (rest.rest === 'slower') {
      if (pressure.since === null || at - pressure.since > SLOWER_AT_MOST_EVERY_MS)
        pressure = slower(pressure, at);
      adjustRate(at);
      return null;
    }
    if (rest.rest === 'all') restUntil = Math.max(restUntil, at + rest.ms);
    else bulkRestUntil = Math.max(bulkRestUntil, at + rest.ms);
    return { until: new Date(now().getTime() + rest.ms), failure };
  }

  return {
    heed(read, at) {
      facts = read;
      intake = noteIntake(intake, read.received, at);
      adjustRate(at);
    },
    take: (at, wanted) => pacer.take(at, wanted),
    rests: (at) => at < restUntil,
    answersOnly(at) {
      const noted = facts?.restsUntil ? facts.restsUntil.getTime() > now().getTime() : false;
      return (facts?.paused ?? true) || noted || at < bulkRestUntil;
    },
    notice(result, at) {
      if (result.outcome === 'accepted') unreachableInRow = 0;
      if (result.outcome !== 'refused') return null;
      const { failure } = result;
      // Calls that fail together count once.
      const rest = restAfter(failure, unreachableInRow);
      if (failure.kind === 'provider_unreachable' && at >= restUntil) unreachableInRow += 1;
      return rest && obey(rest, failure, at);
    },
  };
}
