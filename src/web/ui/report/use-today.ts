// The day that it is in the workspace's time zone, such as 2026-11-21.
import { useTimeZone } from 'use-intl';

export function useToday(): string {
  const timeZone = useTimeZone();
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date());
}
