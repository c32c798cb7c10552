// Activities are put off by days on the clocks of the workspace, and reminders are told by their distance.
import { expect, it } from 'vitest';
import { nextHour, putOff, REMINDERS, remindAt, reminderOf } from './activity-times.ts';

const rome = 'Europe/Rome';

it('are put off from today, not from when they were due, and keep their hour over a change of the clocks', () => {
  const due = new Date('2026-03-20T08:30:00Z');
  const now = new Date('2026-03-28T22:30:00Z');
  expect(putOff(due, 'tomorrow', now, rome).toISOString()).toBe('2026-03-29T07:30:00.000Z');
  expect(putOff(due, 'inThreeDays', now, rome).toISOString()).toBe('2026-03-31T07:30:00.000Z');
  expect(putOff(due, 'nextWeek', now, rome).toISOString()).toBe('2026-04-04T07:30:00.000Z');
  // It is tomorrow already where the workspace is.
  const late = new Date('2026-01-10T23:30:00Z');
  expect(putOff(due, 'tomorrow', late, rome).toISOString()).toBe('2026-01-12T08:30:00.000Z');
});

it('begin at the next full hour', () => {
  expect(nextHour(new Date('2026-03-20T08:00:00Z')).toISOString()).toBe('2026-03-20T09:00:00.000Z');
  expect(nextHour(new Date('2026-03-20T08:59:59Z')).toISOString()).toBe('2026-03-20T09:00:00.000Z');
});

it('have a reminder that is known again, or one of another distance that stays', () => {
  const due = new Date('2026-03-20T08:30:00Z');
  for (const reminder of REMINDERS) expect(reminderOf(due, remindAt(due, reminder)!)).toBe(reminder);
  expect(reminderOf(due, new Date('2026-03-19T00:00:00Z'))).toBe('other');
  expect(remindAt(due, 'other')).toBeUndefined();
});
