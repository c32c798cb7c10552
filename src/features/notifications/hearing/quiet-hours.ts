// Whether it is quiet for a person at an instant, by the clock where they live, and when that ends. Pure.
import type { QuietHours } from '#features/notifications/notification-settings.contract.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const LONGEST_DAYS = 9;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError for an unknown zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Whether it is the name of a time zone. */
export function isZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined;
  } catch {
    return false;
  }
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Day of the week (1 is Monday) and minute of the day on the clocks of `zone`. */
function localTime(zone: string, at: Date): { day: number; minute: number } {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = value;
  return {
    day: WEEKDAYS.indexOf(part.weekday!) + 1,
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

export function isQuiet(quiet: QuietHours | null, zone: string, at: Date): boolean {
  if (quiet === null) return false;
  const { day, minute } = localTime(zone, at);
  if (quiet.days.includes(day)) return true;
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * The end of the quiet that holds at `at`, to the minute; `at` itself when it is not quiet; null when it never ends.
 * Walks from one possible end to the next by the local clock, so that a change to summer time in between counts.
 */
export function quietEnd(quiet: QuietHours | null, zone: string, at: Date): Date | null {
  let time = at;
  const limit = at.getTime() + LONGEST_DAYS * DAY_MINUTES * MINUTE_MS;
  while (isQuiet(quiet, zone, time)) {
    if (time.getTime() > limit) return null;
    time = nextEnd(quiet!, zone, time);
  }
  return time;
}

/** The next minute after `at` whose local clock shows the end of the hours, or of the day. */
function nextEnd(quiet: QuietHours, zone: string, at: Date): Date {
  const start = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  const { minute } = localTime(zone, at);
  const distances = [minuteOf(quiet.to), 0].map(
    (end) => (end - minute + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES,
  );
  const distance = Math.min(...distances);
  const guess = new Date(start + distance * MINUTE_MS);
  const wanted = (minute + distance) % DAY_MINUTES;
  // Clocks that were changed on the way show another time than was counted to.
  const shown = localTime(zone, guess).minute;
  const off = ((wanted - shown + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2;
  const corrected = new Date(guess.getTime() + off * MINUTE_MS);
  return corrected.getTime() > at.getTime() ? corrected : guess;
}
