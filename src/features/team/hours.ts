// Whether somebody is at work at an instant, by the clock on their wall: right on the days when clocks change, too.
import type { Span } from './hours.contract.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `hours` null: always. A span that ends before it begins goes on into the next day. */
export function isAtWork(hours: readonly Span[] | null, timeZone: string, at: Date): boolean {
  if (hours === null) return true;
  const { day, minute } = wallClock(timeZone, at);
  const yesterday = day === 1 ? 7 : day - 1;
  return hours.some((span) => {
    const [from, to] = [minuteOf(span.from), minuteOf(span.to)];
    if (from < to) return span.day === day && minute >= from && minute < to;
    return (span.day === day && minute >= from) || (span.day === yesterday && minute < to);
  });
}

/** Day of the week, 1 is Monday, and minute of the day. */
function wallClock(timeZone: string, at: Date): { day: number; minute: number } {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, clock);
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: DAYS.indexOf(parts.weekday!) + 1,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
