// A clock time in each customer's own zone, as an instant. Pure.
import { offsetAt } from '#features/sending/sending.ts';

const HOUR = 3_600_000;
/** No place on earth is further ahead of UTC. */
const FURTHEST_AHEAD = 14 * HOUR;

/** When the clocks of `zone` show `local` (`2026-12-01T09:00`). A time that is skipped in spring is the next one that is not. */
export function instantOfLocalTime(local: string, zone: string): Date {
  const clock = clockOf(local);
  // Where the two guesses differ, the clocks change in between: the later instant is not before the wish.
  const first = clock - offsetAt(zone, clock - offsetAt(zone, clock));
  const shown = first + offsetAt(zone, first);
  return new Date(
    shown === clock ? first : clock - Math.min(offsetAt(zone, first - HOUR), offsetAt(zone, first + HOUR)),
  );
}

/** When the first customers, whoever they are, may see this time on their clocks. */
export function earliestAnywhere(local: string): Date {
  return new Date(clockOf(local) - FURTHEST_AHEAD);
}

function clockOf(local: string): number {
  return Date.parse(`${local.slice(0, 16)}:00Z`);
}
