// The times at which one usually has a message sent later, on the clocks of the workspace. Pure.
import { dayOf, instantOf } from '#web/days.ts';

export type LaterTime = { name: 'hour' | 'evening' | 'tomorrow' | 'monday'; at: Date };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** In an hour, this evening at six while it is not near, tomorrow at nine, and next Monday at nine. */
export function laterTimes(now: Date, timeZone: string): LaterTime[] {
  const today = dayOf(now, timeZone);
  const noon = Date.parse(`${today}T12:00:00Z`);
  const on = (days: number, time: string) =>
    instantOf(`${new Date(noon + days * DAY_MS).toISOString().slice(0, 10)}T${time}`, timeZone);
  const evening = on(0, '18:00');
  const untilMonday = (8 - new Date(noon).getUTCDay()) % 7 || 7;
  return [
    { name: 'hour', at: new Date(now.getTime() + HOUR_MS) },
    ...(evening.getTime() - now.getTime() > HOUR_MS ? [{ name: 'evening' as const, at: evening }] : []),
    { name: 'tomorrow', at: on(1, '09:00') },
    ...(untilMonday > 1 ? [{ name: 'monday' as const, at: on(untilMonday, '09:00') }] : []),
  ];
}
