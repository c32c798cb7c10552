// The days of the week by name, and the hours of a week in a few words.
import { useFormatter } from 'use-intl';
import type { Span } from '#features/team/hours.contract.ts';

/** 1 is Monday. */
export function useDayNames(length: 'long' | 'short' = 'long'): (day: number) => string {
  const format = useFormatter();
  // The first of January 2024 was a Monday.
  return (day) => format.dateTime(new Date(Date.UTC(2024, 0, day)), { weekday: length, timeZone: 'UTC' });
}

/** "Mon, Tue 09:00–18:00; Sat 09:00–13:00" */
export function useWeekWords(): (hours: readonly Span[]) => string {
  const nameOf = useDayNames('short');
  return (hours) => {
    const days = new Map<string, number[]>();
    for (const { day, from, to } of hours)
      days.set(`${from}–${to}`, [...(days.get(`${from}–${to}`) ?? []), day]);
    return [...days].map(([span, some]) => `${some.map(nameOf).join(', ')} ${span}`).join('; ') || '–';
  };
}
