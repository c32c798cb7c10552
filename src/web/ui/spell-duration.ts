// A length of time in words short enough for a status line.
import type { useFormatter } from 'use-intl';

/** "45 sec", "3 min", "2 hr" for `seconds`, in the formatter's language. */
export function spellDuration(seconds: number, format: ReturnType<typeof useFormatter>): string {
  const [value, unit] =
    seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  return format.number(Math.round(value), { style: 'unit', unit, unitDisplay: 'short' });
}
