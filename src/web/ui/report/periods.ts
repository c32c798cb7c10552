// The periods that one usually asks for, as first and last day. Pure.

export const PERIOD_NAMES = ['thisMonth', 'lastMonth', 'thisQuarter', 'thisYear', 'lastYear'] as const;
export type PeriodName = (typeof PERIOD_NAMES)[number];
export type Days = { from: string; to: string };

/** `today` as 2026-11-21. Periods are whole: this year ends on 31 December. */
export function periodOf(name: PeriodName, today: string): Days {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  switch (name) {
    case 'thisMonth':
      return months(year, month, 1);
    case 'lastMonth':
      return months(year, month - 1, 1);
    case 'thisQuarter':
      return months(year, month - (month % 3), 3);
    case 'thisYear':
      return months(year, 0, 12);
    case 'lastYear':
      return months(year - 1, 0, 12);
  }
}

/** First and last day of a month such as 2026-11. */
export function daysOfMonth(month: string): Days {
  return months(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1);
}

/** The month that lies `later` months after `month`. */
export function monthAfter(month: string, later = 1): string {
  return months(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + later, 1).from.slice(0, 7);
}

/** More months than this are not filled in: a chart of them would show nothing. */
const MOST_MONTHS = 120;

/** Every month from the first to the last one named; those in between get what `empty` makes. */
export function withAllMonths<T extends { month: string }>(
  rows: readonly T[],
  empty: (month: string) => T,
): T[] {
  const [first, last] = [rows[0]?.month, rows.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const known = new Map(rows.map((row) => [row.month, row]));
  const all: T[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) {
    if (all.length === MOST_MONTHS) return [...rows];
    all.push(known.get(month) ?? empty(month));
  }
  return all;
}

/** `month` counts from 0 and may lie outside the year. */
function months(year: number, month: number, count: number): Days {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month, 1)), to: day(Date.UTC(year, month + count, 0)) };
}
