// Makes a CSV of invented people, all of whom can be called.

const FIRST = ['Anna', 'Bruno', 'Carla', 'Dario', 'Elisa', 'Fabio', 'Gaia', 'Hugo'];

/** At most a million; a 3 before the last six digits keeps them off the simulator's fixed fates. */
export function csvOf(contacts: number): string {
  const rows = Array.from(
    { length: contacts },
    (_, index) => `+39 3303${String(index).padStart(6, '0')};${FIRST[index % FIRST.length]}`,
  );
  return `${['Phone;First name', ...rows].join('\r\n')}\r\n`;
}
