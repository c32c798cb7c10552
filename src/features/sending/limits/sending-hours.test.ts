// Sending hours on the customers' own clocks: right in every zone, on every day, also when clocks are changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendingHours } from '#features/sending/sending.contract.ts';
import { countryOfPhone, zonesOf, zonesOfCountry } from './customer-zones.ts';
import { openingAt, openingClock } from './sending-hours.ts';

const daily = (from: string, to: string): SendingHours => ({
  days: Array.from({ length: 7 }, () => ({ from, to })),
});
const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();

/** What the clock on the wall says, by another way than the code under test. */
function wall(zone: string, ms: number): { day: number; clock: string } {
  const text = new Date(ms).toLocaleString('sv-SE', { timeZone: zone });
  const [date = '', clock = ''] = text.split(' ');
  const day = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { day, clock: clock.slice(0, 5) };
}

function isOpen(hours: SendingHours, zone: string, ms: number): boolean {
  const { day, clock } = wall(zone, ms);
  const open = hours.days[day];
  return open !== null && open !== undefined && clock >= open.from && clock < open.to;
}

const ZONES = [
  'Europe/Rome',
  'America/New_York',
  'Pacific/Honolulu',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const day = fc.option(
  fc
    .tuple(clock, clock)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
);
const schedule = fc
  .array(day, { minLength: 7, maxLength: 7 })
  .filter((days) => days.some((one) => one !== null))
  .map((days): SendingHours => ({ days }));
// Around the changes of clocks more often than elsewhere.
const instant = fc.oneof(
  fc.integer({ min: at('2026-01-01'), max: at('2027-12-31') }),
  fc
    .tuple(
      fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-11-01T06:00Z', '2027-03-14T07:00Z'),
      fc.integer({ min: -3 * 86_400_000, max: 86_400_000 }),
    )
    .map(([change, off]) => at(change) + off),
);

describe('sending hours', () => {
  it('are what the wall clock of the zone says, and open exactly when they say', () => {
    fc.assert(
      fc.property(schedule, fc.constantFrom(...ZONES), instant, (hours, zone, ms) => {
        const opening = openingAt(hours, [zone], ms);
        expect(opening.open).toBe(isOpen(hours, zone, ms));
        const change = opening.open ? opening.until : opening.opensAt;
        const whole = opening.open && change - ms >= 8.9 * 86_400_000;
        if (!whole) expect(isOpen(hours, zone, change)).toBe(!opening.open);
        // Nothing else happens in between.
        for (let step = 1; step < 20; step += 1)
          expect(isOpen(hours, zone, ms + ((change - ms) * step) / 20)).toBe(opening.open);
      }),
      { numRuns: 150 },
    );
  });

  it('are right in all zones of a country at once', () => {
    const hours = daily('09:00', '20:00');
    fc.assert(
      fc.property(fc.constantFrom('US', 'ES', 'BR', 'AU', 'ID', 'MX', 'CA'), instant, (country, ms) => {
        const zones = zonesOfCountry(country)!;
        const opening = openingAt(hours, zones, ms);
        const moment = opening.open ? ms : opening.opensAt;
        for (const zone of zones) expect(isOpen(hours, zone, moment)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('heed the main zone alone when no time suits all', () => {
    const hours = daily('10:00', '18:00');
    const zones = zonesOfCountry('RU')!;
    expect(openingAt(hours, zones, at('2026-11-21T06:00Z'))).toEqual({
      open: false,
      opensAt: at('2026-11-21T07:00Z'),
    });
  });

  it('skip the hour that spring takes, and keep the hour that autumn gives', () => {
    const early = daily('02:30', '04:00');
    // 29 March: 02:00 becomes 03:00, so half past two is never seen; from three on it is open.
    const spring = openingAt(early, ['Europe/Rome'], at('2026-03-29T00:00Z'));
    expect(spring.open || iso(spring.opensAt)).toBe('2026-03-29T01:00:00.000Z');
    // 25 October: half past two comes twice, and two o'clock in between is closed again.
    expect(openingAt(early, ['Europe/Rome'], at('2026-10-25T00:40Z'))).toEqual({
      open: true,
      until: at('2026-10-25T01:00Z'),
    });
  });

  it('join midnight to midnight', () => {
    const opening = openingAt(daily('00:00', '24:00'), ['Europe/Rome'], at('2026-06-01T10:00Z'));
    expect(opening.open && opening.until).toBe(at('2026-06-10T10:00Z'));
  });

  it('are looked up once for many', () => {
    const look = openingClock();
    const hours = daily('09:00', '20:00');
    const first = look(hours, ['Europe/Rome'], at('2026-06-01T10:00Z'));
    expect(look(hours, ['Europe/Rome'], at('2026-06-01T12:00Z'))).toBe(first);
    expect(look(hours, ['Europe/Rome'], at('2026-06-01T19:00Z')).open).toBe(false);
    expect(look(hours, ['Europe/Rome'], at('2026-06-01T10:00Z')).open).toBe(true);
  });
});

describe('the zones of a customer', () => {
  it.each([
    ['+393331234567', ['Europe/Rome']],
    ['+34612345678', ['Europe/Madrid', 'Africa/Ceuta', 'Atlantic/Canary']],
    ['+8613912345678', ['Asia/Shanghai']],
    ['+00000', ['Europe/Rome']],
  ])('%s', (phone, zones) => {
    expect(zonesOf({ phone }, 'Europe/Rome')).toEqual(zones);
  });

  it('come from the contact’s own field first, then from the phone, then from the user id', () => {
    const fields = { TIME_ZONE: ' America/Lima ' };
    expect(zonesOf({ phone: '+393331234567', fields }, 'UTC')).toEqual(['America/Lima']);
    expect(zonesOf({ phone: '+393331234567', fields: { TIME_ZONE: 'Mars/Base' } }, 'UTC')).toEqual([
      'Europe/Rome',
    ]);
    expect(zonesOf({ phone: null, userId: 'FR.1349' }, 'UTC')).toEqual(['Europe/Paris']);
    expect(zonesOf({ phone: null, userId: null }, 'UTC')).toEqual(['UTC']);
    expect(zonesOf({ phone: '+12125550123' }, 'UTC')[0]).toBe('America/New_York');
    expect(zonesOf({ phone: '+14165550123' }, 'UTC')[0]).toBe('America/Toronto');
    expect(countryOfPhone('+77012345678')).toBe('KZ');
  });
});
