// The clock of a time zone: its distance from UTC at an instant, and the stretches between its changes. Pure.

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = null;
    }
    formats.set(zone, format);
  }
  return format;
}

/** Whether it is the name of a time zone, such as Europe/Rome. */
export function isTimeZone(name: string): boolean {
  return formatOf(name) !== null;
}

/** Milliseconds that the zone's clocks are ahead of UTC at `at`. Throws a RangeError for an unknown zone. */
export function offsetAt(zone: string, at: number): number {
  const format = formatOf(zone);
  if (!format) throw new RangeError(`${zone} is not a time zone`);
  const part: Record<string, number> = {};
  const second = Math.floor(at / 1_000) * 1_000;
  for (const { type, value } of format.formatToParts(second)) part[type] = Number(value);
  const local = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
  return local - second;
}

export type Stretch = { from: number; to: number; offset: number };

const DAY = 86_400_000;

/** The time from `from` to `to` in pieces in which the zone's distance from UTC stays the same. */
export function stretches(zone: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  let offset = offsetAt(zone, from);
  for (let at = from; at < to; ) {
    const next = Math.min(to, at + DAY);
    const later = offsetAt(zone, next);
    if (later !== offset) {
      const change = changeBetween(zone, at, next, offset);
      found.push({ from: start, to: change, offset });
      start = change;
      offset = later;
    }
    at = next;
  }
  found.push({ from: start, to, offset });
  return found.filter((stretch) => stretch.to > stretch.from);
}

/** The second at which the distance is no longer `offset`. */
function changeBetween(zone: string, before: number, after: number, offset: number): number {
  let low = before;
  let high = after;
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000;
    if (middle <= low) break;
    if (offsetAt(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}
