// Spells a month such as 2026-11 in the person's language.
import { useCallback } from 'react';
import { useFormatter } from 'use-intl';

export function useMonth(): (month: string, atLength?: boolean) => string {
  const format = useFormatter();
  return useCallback(
    (month, atLength = false) =>
      format.dateTime(new Date(`${month}-15T12:00:00Z`), {
        month: atLength ? 'long' : 'short',
        year: atLength ? 'numeric' : '2-digit',
        timeZone: 'UTC',
      }),
    [format],
  );
}
