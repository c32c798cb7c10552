// Spells a day such as 2026-11-21 in the person's language; the year only when it is another one.
import { useCallback } from 'react';
import { useFormatter } from 'use-intl';

export function useDay(): (day: string) => string {
  const format = useFormatter();
  return useCallback(
    (day) => {
      const date = new Date(`${day}T12:00:00Z`);
      if (Number.isNaN(date.getTime())) return day;
      const sameYear = date.getUTCFullYear() === new Date().getFullYear();
      return format.dateTime(date, {
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
        ...(sameYear ? {} : { year: 'numeric' }),
      });
    },
    [format],
  );
}
