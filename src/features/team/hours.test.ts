// Hours by the clock on the wall: weeks, nights, and the days when clocks change.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAtWork } from './hours.ts';

const week = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' }));
const at = (text: string) => new Date(text);

it('holds on the clock of the place, also across the change to summer time', () => {
  // 9:00 in Rome is 8:00 UTC in winter and 7:00 UTC from 29 March 2026.
  expect(isAtWork(week, 'Europe/Rome', at('2026-03-27T07:59:00Z'))).toBe(false);
  expect(isAtWork(week, 'Europe/Rome', at('2026-03-27T08:00:00Z'))).toBe(true);
  expect(isAtWork(week, 'Europe/Rome', at('2026-03-30T06:59:00Z'))).toBe(false);
  expect(isAtWork(week, 'Europe/Rome', at('2026-03-30T07:00:00Z'))).toBe(true);
  expect(isAtWork(week, 'Europe/Rome', at('2026-03-30T16:00:00Z'))).toBe(false);
  // Sunday; and the same instant is a Monday morning in Auckland.
  expect(isAtWork(week, 'Europe/Rome', at('2026-03-29T21:00:00Z'))).toBe(false);
  expect(isAtWork(week, 'Pacific/Auckland', at('2026-03-29T21:00:00Z'))).toBe(true);
});

it('a night goes on into the next day, the one of Sunday into Monday', () => {
  const night = [{ day: 7, from: '22:00', to: '06:00' }];
  expect(isAtWork(night, 'UTC', at('2026-03-29T23:30:00Z'))).toBe(true);
  expect(isAtWork(night, 'UTC', at('2026-03-30T05:59:00Z'))).toBe(true);
  expect(isAtWork(night, 'UTC', at('2026-03-30T06:00:00Z'))).toBe(false);
  expect(isAtWork(night, 'UTC', at('2026-03-29T05:00:00Z'))).toBe(false);
});

it('a whole day is a day, no hours are never, none set are always', () => {
  fc.assert(
    fc.property(fc.date({ min: at('2020-01-01'), max: at('2040-01-01'), noInvalidDate: true }), (instant) => {
      const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));
      expect(isAtWork(days, 'America/Sao_Paulo', instant)).toBe(true);
      expect(isAtWork([], 'Europe/Rome', instant)).toBe(false);
      expect(isAtWork(null, 'Europe/Rome', instant)).toBe(true);
    }),
  );
});
