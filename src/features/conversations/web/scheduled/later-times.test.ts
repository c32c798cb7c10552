// Usual times for later, in zones and over changes of the clock.
import { expect, it } from 'vitest';
import { instantOf, localOf } from '#web/days.ts';
import { laterTimes } from './later-times.ts';

const at = (now: string, zone: string) =>
  Object.fromEntries(laterTimes(new Date(now), zone).map(({ name, at }) => [name, at.toISOString()]));

it('are those of the workspace’s clocks', () => {
  // A Thursday, ten in the morning in Rome.
  expect(at('2026-11-26T09:00:00Z', 'Europe/Rome')).toEqual({
    hour: '2026-11-26T10:00:00.000Z',
    evening: '2026-11-26T17:00:00.000Z',
    tomorrow: '2026-11-27T08:00:00.000Z',
    monday: '2026-11-30T08:00:00.000Z',
  });
  // In Auckland it is Friday already.
  expect(at('2026-11-26T12:30:00Z', 'Pacific/Auckland').tomorrow).toBe('2026-11-27T20:00:00.000Z');
});

it('leave out what is near or the same', () => {
  expect(at('2026-11-26T16:30:00Z', 'Europe/Rome')).not.toHaveProperty('evening');
  // On a Sunday tomorrow is Monday; on a Monday the next one is meant.
  expect(at('2026-11-29T09:00:00Z', 'Europe/Rome')).not.toHaveProperty('monday');
  expect(at('2026-11-30T09:00:00Z', 'Europe/Rome').monday).toBe('2026-12-07T08:00:00.000Z');
});

it('stand through a change of the clock', () => {
  // In Rome summer time ends in the night.
  expect(at('2026-10-24T12:00:00Z', 'Europe/Rome').tomorrow).toBe('2026-10-25T08:00:00.000Z');
});

it('are read and written as one types them', () => {
  const time = instantOf('2026-07-01T09:30', 'America/New_York');
  expect(time.toISOString()).toBe('2026-07-01T13:30:00.000Z');
  expect(localOf(time, 'America/New_York')).toBe('2026-07-01T09:30');
});
