// Clock times of customers as instants, across changes of the clocks.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { earliestAnywhere, instantOfLocalTime } from './local-time.ts';

it.each([
  ['2026-12-01T09:00', 'Europe/Rome', '2026-12-01T08:00:00.000Z'],
  ['2026-07-01T09:00', 'Europe/Rome', '2026-07-01T07:00:00.000Z'],
  ['2026-12-01T09:00', 'Asia/Tokyo', '2026-12-01T00:00:00.000Z'],
  ['2026-12-01T09:00', 'America/New_York', '2026-12-01T14:00:00.000Z'],
  ['2026-12-01T09:00', 'Asia/Kolkata', '2026-12-01T03:30:00.000Z'],
  // Skipped: the clocks go from 2 to 3.
  ['2026-03-29T02:30', 'Europe/Rome', '2026-03-29T01:30:00.000Z'],
])('%s in %s', (local, zone, expected) =>
  expect(instantOfLocalTime(local, zone).toISOString()).toBe(expected),
);

it('shows the wished time on the zone’s clocks, never before the earliest anywhere', () => {
  const zones = [
    'Europe/Rome',
    'America/New_York',
    'Pacific/Kiritimati',
    'Pacific/Chatham',
    'America/St_Johns',
    'Australia/Lord_Howe',
  ];
  const wish = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(wish, fc.constantFrom(...zones), (date, zone) => {
      const local = date.toISOString().slice(0, 16);
      const at = instantOfLocalTime(local, zone);
      const shown = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(at);
      const late = Date.parse(`${shown.replace(' ', 'T')}:00Z`) - Date.parse(`${local}:00Z`);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(3_600_000);
      expect(at.getTime()).toBeGreaterThanOrEqual(earliestAnywhere(local).getTime());
    }),
  );
});
