// The times to which an activity is usually put off, and the moments before it at which one is reminded. Pure.
import { dayOf, instantOf, localOf } from '#web/days.ts';

const DAY_MS = 86_400_000;

export const PUT_OFF = ['tomorrow', 'inThreeDays', 'nextWeek'] as const;
export type PutOff = (typeof PUT_OFF)[number];
const DAYS: Record<PutOff, number> = { tomorrow: 1, inThreeDays: 3, nextWeek: 7 };

/** That many days after today, at the hour at which it was due, on the clocks of the zone. */
export function putOff(dueAt: Date, by: PutOff, now: Date, timeZone: string): Date {
  const day = new Date(Date.parse(`${dayOf(now, timeZone)}T12:00:00Z`) + DAYS[by] * DAY_MS);
  return instantOf(`${day.toISOString().slice(0, 10)}T${localOf(dueAt, timeZone).slice(11)}`, timeZone);
}

/** The next full hour. */
export function nextHour(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000 + 3_600_000);
}

/** Minutes before; `other` stands for a reminder that none of them is. */
export const REMINDERS = ['none', '0', '15', '60', '1440'] as const;
export type Reminder = (typeof REMINDERS)[number] | 'other';

export function reminderOf(dueAt: Date, remindAt: Date | null): Reminder {
  if (remindAt === null) return 'none';
  const minutes = String((dueAt.getTime() - remindAt.getTime()) / 60_000);
  return REMINDERS.find((reminder) => reminder === minutes) ?? 'other';
}

/** Undefined: it moves along with the activity. */
export function remindAt(dueAt: Date, reminder: Reminder): Date | null | undefined {
  if (reminder === 'other') return undefined;
  return reminder === 'none' ? null : new Date(dueAt.getTime() - Number(reminder) * 60_000);
}
