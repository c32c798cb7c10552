// Periods by name, months of a year, and months without figures.
import { expect, it } from 'vitest';
import { daysOfMonth, monthAfter, periodOf, withAllMonths } from './periods.ts';

it('names whole months, quarters and years', () => {
  expect(periodOf('thisMonth', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(periodOf('lastMonth', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(periodOf('thisQuarter', '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodOf('thisQuarter', '2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(periodOf('thisYear', '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(periodOf('lastYear', '2026-11-22')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});

it('knows the days of a month and the month after', () => {
  expect(daysOfMonth('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(monthAfter('2026-12')).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});

it('fills in the months between the first and the last', () => {
  const row = (month: string, won = 0) => ({ month, won });
  expect(withAllMonths([row('2026-11', 3), row('2027-02', 1)], (month) => row(month))).toEqual([
    row('2026-11', 3),
    row('2026-12'),
    row('2027-01'),
    row('2027-02', 1),
  ]);
  expect(withAllMonths([], (month) => row(month))).toEqual([]);
  const farApart = [row('1900-01', 1), row('2099-01', 1)];
  expect(withAllMonths(farApart, (month) => row(month))).toEqual(farApart);
});
