// How many people a number may still write to in bulk today while it is in trouble or comes out of it.
import { ruleSettings } from '#features/guardian/guardian.store.ts';
import { planParameters } from '#features/guardian/plan-parameters.ts';
import { readStanding } from '#features/guardian/standing.ts';
import { bulkToday, tomorrow } from '#features/guardian/watch/bulk-days.store.ts';
import { logDecision } from '#features/guardian/watch/guardian-log.store.ts';
import type { Call } from '#operations/call.ts';

type RoomCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export type BulkRoom = {
  people: number;
  /** When there is room again; null: not before somebody or something changes the number's stage. */
  nextAt: Date | null;
};

/** Null: as many as one likes. */
export async function bulkRoom(call: RoomCall, numberId: string): Promise<BulkRoom | null> {
  const standing = await readStanding(call, numberId);
  if (standing.banned || standing.stoppedUntil !== null) return { people: 0, nextAt: standing.stoppedUntil };
  if (standing.recoveringUntil === null) return null;
  const { perDay } = planParameters(await ruleSettings(call)).recovery;
  const people = Math.max(0, perDay - ((await bulkToday(call)).get(numberId) ?? 0));
  return { people, nextAt: people === 0 ? await tomorrow(call) : call.now };
}

/** Notes, once a day, that a recovering number did what the day allows and a campaign waits for the next. */
export async function logFullDay(
  call: RoomCall,
  where: { numberId: string; campaignId: string },
  nextAt: Date,
): Promise<void> {
  const { perDay } = planParameters(await ruleSettings(call)).recovery;
  await logDecision(call, {
    what: 'day_full',
    ...where,
    until: nextAt,
    numbers: { perDay },
    addsUp: `day_full ${where.campaignId} ${nextAt.toISOString()}`,
  });
}
