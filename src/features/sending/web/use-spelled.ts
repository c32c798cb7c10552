// Spells sending hours and error limits in a line.
import { useFormatter, useTranslations } from 'use-intl';
import type { DayHours, ErrorLimit, SendingHours } from '#features/sending/sending.contract.ts';
import { useClock, useDayName } from './WeekHours.tsx';

/** Days of the same hours stand together: “Mon–Fri 09:00–20:00, Sat 10:00–13:00”. */
export function useSpelledHours(): (hours: Pick<SendingHours, 'days'> | null) => string {
  const t = useTranslations('sending');
  const clock = useClock();
  const name = useDayName('short');
  const spell = (day: DayHours) => `${clock(day.from)}–${clock(day.to)}`;
  return (hours) =>
    hours === null
      ? t('hours.always')
      : stretches(hours.days)
          .map(({ from, to, day }) => {
            const days = from === to ? name(from) : `${name(from)}–${name(to)}`;
            return `${days} ${spell(day)}`;
          })
          .join(', ');
}

type Stretch = { from: number; to: number; day: DayHours };

function stretches(days: SendingHours['days']): Stretch[] {
  const found: Stretch[] = [];
  for (const [at, day] of days.entries()) {
    const last = found.at(-1);
    if (!day) continue;
    if (last && last.to === at - 1 && last.day.from === day.from && last.day.to === day.to) last.to = at;
    else found.push({ from: at, to: at, day });
  }
  return found;
}

export function useSpelledErrorLimit(): (limit: ErrorLimit) => string {
  const t = useTranslations('sending.errors');
  const format = useFormatter();
  return ({ share, least }) =>
    share === null
      ? t('never')
      : t('inShort', { share: format.number(share, { style: 'percent' }), least: format.number(least) });
}
