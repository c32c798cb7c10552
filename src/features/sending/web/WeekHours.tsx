// The hours of a week: each day open from and until, or closed.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import type { DayHours, SendingHours } from '#features/sending/sending.contract.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import styles from './WeekHours.module.css';

type Days = SendingHours['days'];

const WORKDAY: DayHours = { from: '09:00', to: '20:00' };
const EVERY_MINUTES = 30;

/** What is proposed first: every day but Sunday. */
export const OFFICE_WEEK: SendingHours = {
  days: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, null],
};

type Props = {
  days: Days;
  onChange: (days: Days) => void;
  disabled?: boolean;
  /** What was refused, and where the days stand in what was sent. */
  error?: unknown;
  path: string;
};

export function WeekHours({ days, onChange, disabled = false, error, path }: Props) {
  const t = useTranslations('sending.week');
  const name = useDayName();
  const set = (place: number, day: DayHours | null) =>
    onChange(days.map((each, at) => (at === place ? day : each)));
  const first = days.find((day) => day !== null) ?? WORKDAY;
  const refused = fieldError(error, path);
  return (
    <div className={styles.week}>
      {days.map((day, at) => {
        const label = name(at);
        const wrong = fieldError(error, `${path}.${at}`) ?? (day && day.from >= day.to && t('order'));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: days are known by their place
          <fieldset key={at} className={styles.day} disabled={disabled}>
            <legend className={styles.legend}>{label}</legend>
            <Checkbox
              label={label}
              checked={day !== null}
              onChange={(event) => set(at, event.currentTarget.checked ? first : null)}
            />
            {day ? (
              <div className={styles.times}>
                <Clock label={t('from')} value={day.from} onChange={(from) => set(at, { ...day, from })} />
                <span aria-hidden>–</span>
                <Clock label={t('to')} value={day.to} isEnd onChange={(to) => set(at, { ...day, to })} />
              </div>
            ) : (
              <span className={styles.closed}>{t('closed')}</span>
            )}
            {wrong && <p className={styles.wrong}>{wrong}</p>}
          </fieldset>
        );
      })}
      {refused && <p className={styles.wrong}>{refused}</p>}
      {!disabled && (
        <div>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onChange(days.map((day) => day && first))}
          >
            {t('sameHours')}
          </Button>
        </div>
      )}
    </div>
  );
}

type ClockProps = { label: string; value: string; isEnd?: boolean; onChange: (value: string) => void };

function Clock({ label, value, isEnd = false, onChange }: ClockProps) {
  const spell = useClock();
  const times = new Set([...halfHours(isEnd), value]);
  return (
    <NativeSelect
      className={styles.clock}
      aria-label={label}
      value={value}
      data={[...times].sort().map((time) => ({ value: time, label: spell(time) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The half hours of a day; an end may be midnight, a beginning may not. */
function halfHours(isEnd: boolean): string[] {
  const all = Array.from({ length: (24 * 60) / EVERY_MINUTES + 1 }, (_, at) => {
    const minutes = at * EVERY_MINUTES;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });
  return isEnd ? all.slice(1) : all.slice(0, -1);
}

/** A clock time such as 09:30 in the person's way of writing it. */
export function useClock(): (time: string) => string {
  const format = useFormatter();
  return (time) =>
    time === '24:00'
      ? time
      : format.dateTime(new Date(`2026-01-05T${time}:00Z`), {
          hour: '2-digit',
          minute: '2-digit',
          timeZone: 'UTC',
        });
}

/** Monday is 0. */
export function useDayName(width: 'long' | 'short' = 'long'): (day: number) => string {
  const format = useFormatter();
  return (day) => {
    const name = format.dateTime(new Date(Date.UTC(2026, 0, 5 + day)), { weekday: width, timeZone: 'UTC' });
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}
