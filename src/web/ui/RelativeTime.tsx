// A moment: relative within a day, in few letters ("19s ago"), else as a date; exact on hover.
import { useEffect, useState } from 'react';
import { useFormatter } from 'use-intl';

const dayMs = 86_400_000;

type Props = {
  /** ISO 8601 or a date. */
  at: string | Date;
};

function isSkew(date: Date, now: Date): boolean {
  const ahead = date.getTime() - now.getTime();
  return ahead > 0 && ahead < 60_000;
}

export function RelativeTime({ at }: Props) {
  const format = useFormatter();
  const date = typeof at === 'string' ? new Date(at) : at;
  const [now, setNow] = useState(() => new Date());
  const recent = Math.abs(now.getTime() - date.getTime()) < dayMs;
  useEffect(() => {
    if (!recent) return;
    const timer = window.setInterval(() => setNow(new Date()), 30_000);
    return () => window.clearInterval(timer);
  }, [recent]);

  const exact = format.dateTime(date, { dateStyle: 'full', timeStyle: 'medium' });
  const sameYear = date.getFullYear() === now.getFullYear();
  return (
    <time dateTime={date.toISOString()} title={exact}>
      {recent
        ? // What has just happened never lies ahead, even when the server's clock is a second before ours.
          format.relativeTime(isSkew(date, now) ? now : date, { now, style: 'narrow' })
        : format.dateTime(date, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })}
    </time>
  );
}
