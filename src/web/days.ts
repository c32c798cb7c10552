// Days and clock times of a time zone: which one an instant falls on, and when one begins. Pure.

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-21` */
export function dayOf(instant: Date, timeZone: string): string {
  return partsOf(instant, timeZone).slice(0, 10);
}

/** The first instant of a day such as `2026-11-21`. */
export function startOfDay(day: string, timeZone: string): Date {
  return instantOf(`${day}T00:00`, timeZone);
}

/** When the clocks of the zone show `local`, such as `2026-11-21T09:30`. */
export function instantOf(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local}:00Z`);
  // Twice, because the clock may change between the guess and the time.
  let guess = wanted;
  for (let again = 0; again < 2; again += 1)
    guess += wanted - Date.parse(`${partsOf(new Date(guess), timeZone).replace(' ', 'T')}Z`);
  return new Date(guess);
}

/** `2026-11-21T09:30`, as fields for a time write it. */
export function localOf(instant: Date, timeZone: string): string {
  return partsOf(instant, timeZone).slice(0, 16).replace(' ', 'T');
}

/** `2026-11-21 09:30:00` */
function partsOf(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}
