// The days that a calendar shows, as `YYYY-MM-DD`; weeks begin on Monday. Pure.

const DAY = 86_400_000;

export type CalendarSpan = 'month' | 'week';

export function addDays(day: string, count: number): string {
  return asDay(Date.parse(`${day}T00:00:00Z`) + count * DAY);
}

/** The same day of another month, or its last day. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return asDay(Date.UTC(year, month - 1 + count, Math.min(date, last)));
}

/** The whole weeks of the month around `day`, or its week. */
export function daysAround(day: string, span: CalendarSpan): string[] {
  if (span === 'week') return weekFrom(mondayOf(day));
  const first = `${day.slice(0, 8)}01`;
  const weeks: string[] = [];
  for (let monday = mondayOf(first); monday < addMonths(first, 1); monday = addDays(monday, 7))
    weeks.push(...weekFrom(monday));
  return weeks;
}

function weekFrom(monday: string): string[] {
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at));
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

function asDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
