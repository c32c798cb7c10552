// When a customer may be written to: the hours of each weekday, read on the clocks of the customer's time zones. Pure.
import type { SendingHours } from '#features/sending/sending.contract.ts';
import { stretches } from './zone-clock.ts';

/** Instants in milliseconds. `until` and `opensAt` are at most nine days ahead. */
export type Opening = { open: true; until: number } | { open: false; opensAt: number };

type Interval = { from: number; to: number };

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const AHEAD_DAYS = 9;

/**
 * Whether `at` lies within the hours, and until when; or when they begin. With several zones it is open only while it
 * is in all of them; where the hours leave no such time at all, the first zone counts alone. A clock that is put
 * forward or back changes nothing: what people read on it decides.
 */
export function openingAt(hours: SendingHours, zones: readonly string[], at: number): Opening {
  const together = zones
    .map((zone) => openIntervals(hours, zone, at))
    .reduce((all, each) => overlap(all, each));
  const intervals = together.length > 0 ? together : openIntervals(hours, zones[0]!, at);
  const next = intervals.find((interval) => interval.to > at);
  // At least one day of the week is open.
  if (!next) return { open: false, opensAt: at + AHEAD_DAYS * DAY };
  return next.from <= at ? { open: true, until: next.to } : { open: false, opensAt: next.from };
}

/** The open times of one zone from `at` on for nine days, in order, without gaps of no length. */
function openIntervals({ days }: SendingHours, zone: string, at: number): Interval[] {
  const found: Interval[] = [];
  for (const { from, to, offset } of stretches(zone, at, at + AHEAD_DAYS * DAY)) {
    // Within a stretch local time is the instant plus a constant.
    const firstDay = Math.floor((from + offset) / DAY);
    const lastDay = Math.floor((to + offset - 1) / DAY);
    for (let day = firstDay; day <= lastDay; day += 1) {
      const hours = days[weekday(day)];
      if (!hours) continue;
      const opens = Math.max(from, day * DAY + minutes(hours.from) * MINUTE - offset);
      const closes = Math.min(to, day * DAY + minutes(hours.to) * MINUTE - offset);
      if (opens >= closes) continue;
      const last = found.at(-1);
      if (last && last.to === opens) last.to = closes;
      else found.push({ from: opens, to: closes });
    }
  }
  return found;
}

/** Monday is 0; day 0 of the calendar was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function minutes(clock: string): number {
  const [hour = '0', minute = '0'] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}

function overlap(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const found: Interval[] = [];
  for (let i = 0, j = 0; i < some.length && j < others.length; ) {
    const one = some[i]!;
    const other = others[j]!;
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) found.push({ from, to });
    if (one.to < other.to) i += 1;
    else j += 1;
  }
  return found;
}

/** Looks openings up once for all customers of the same zones, as long as they hold. */
export function openingClock(): (hours: SendingHours, zones: readonly string[], at: number) => Opening {
  const known = new Map<string, { asked: number; opening: Opening }>();
  const names = new WeakMap<SendingHours, string>();
  return (hours, zones, at) => {
    const name = names.get(hours) ?? JSON.stringify(hours.days);
    names.set(hours, name);
    const key = `${name} ${zones.join(' ')}`;
    const found = known.get(key);
    if (found && at >= found.asked && at < endOf(found.opening)) return found.opening;
    const opening = openingAt(hours, zones, at);
    if (known.size > 2_000) known.clear();
    known.set(key, { asked: at, opening });
    return opening;
  };
}

function endOf(opening: Opening): number {
  return opening.open ? opening.until : opening.opensAt;
}
