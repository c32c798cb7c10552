// Holidays against known years.
import { expect, it } from 'vitest';
import { easter, holidaysOf } from './holidays.ts';

it.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [1961, '1961-04-02'],
])('Easter of %i', (year, expected) => expect(easter(year).toISOString().slice(0, 10)).toBe(expected));

it.each([
  ['IT', 2026, 'easter_monday', 4, 6],
  ['DE', 2026, 'ascension', 5, 14],
  ['FR', 2026, 'whit_monday', 5, 25],
  ['ES', 2026, 'good_friday', 4, 3],
  ['GB', 2026, 'summer_bank', 8, 31],
  ['GB', 2027, 'early_may', 5, 3],
  ['US', 2026, 'thanksgiving', 11, 26],
  ['US', 2026, 'king', 1, 19],
  ['US', 2026, 'memorial', 5, 25],
])('%s %i %s', (country, year, name, month, day) =>
  expect(holidaysOf(country, year)).toContainEqual({ name, month, day }),
);

it('knows no holidays of other countries', () => expect(holidaysOf('AQ', 2026)).toEqual([]));
