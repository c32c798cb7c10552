// Makes a CSV of invented people, with a few rows that must be rejected.

const FIRST = [
  'Anna',
  'Bruno',
  'Carla',
  'Dario',
  'Elisa',
  'Fabio',
  'Gaia',
  'Hugo',
  'Irene',
  'Livio',
  'Marta',
  'Nicolò',
];
const LAST = [
  'Rossi',
  'Verdi',
  'Bianchi',
  'Neri',
  'Gallo',
  'Costa',
  'Fontana',
  'Marino',
  'Greco',
  'Conti',
  'De Luca',
];

/** Every so many rows one whose number nobody could call. */
const BAD_EVERY = 250;

export function makeCsv(contacts: number): string {
  const rows = ['Phone;First name;Last name;Email;City'];
  for (let i = 0; i < contacts; i++) {
    const [first, last] = [FIRST[i % FIRST.length], LAST[(i * 5) % LAST.length]];
    // Italian mobile numbers; a 3 before the last six digits keeps them off the simulator's fixed fates.
    const phone =
      i % BAD_EVERY === BAD_EVERY - 1
        ? '12-34'
        : `+39 33${Math.floor(i / 1_000_000)}3${String(i % 1_000_000).padStart(6, '0')}`;
    rows.push(
      `${phone};${first};${last};${first?.toLowerCase()}.${i}@example.com;"Reggio nell'Emilia, ${i % 90}"`,
    );
  }
  return `${rows.join('\r\n')}\r\n`;
}
