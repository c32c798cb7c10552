// The people and texts of the demo workspace: invented, and written only to the simulator.

export const DEMO_WORKSPACE = {
  name: 'Bottega Aurora',
  country: 'IT',
  timeZone: 'Europe/Rome',
  language: 'en',
} as const;

const FIRST_NAMES = [
  'Giulia',
  'Marco',
  'Francesca',
  'Luca',
  'Chiara',
  'Alessandro',
  'Martina',
  'Davide',
  'Elena',
  'Matteo',
  'Sara',
  'Andrea',
  'Valentina',
  'Simone',
  'Federica',
  'Riccardo',
  'Ilaria',
  'Stefano',
  'Beatrice',
  'Tommaso',
  'Emma',
  'Oliver',
  'Sophie',
  'James',
  'Lucía',
  'Javier',
  'Carmen',
  'Alejandro',
  'Noemi',
  'Pietro',
  'Camilla',
  'Edoardo',
  'Arianna',
  'Filippo',
];
const LAST_NAMES = [
  'Rossi',
  'Ferrari',
  'Esposito',
  'Bianchi',
  'Romano',
  'Colombo',
  'Ricci',
  'Marino',
  'Greco',
  'Bruno',
  'Gallo',
  'Conti',
  'De Luca',
  'Mancini',
  'Costa',
  'Giordano',
  'Rizzo',
  'Lombardi',
  'Moretti',
  'Barbieri',
  'Fontana',
  'Santoro',
  'Caruso',
  'Hughes',
  'Bennett',
  'García',
  'Navarro',
  'D’Angelo',
  'Montanari',
  'Castellani della Rovere',
];
const CITIES = ['Roma', 'Milano', 'Torino', 'Bologna', 'Firenze', 'Napoli', 'Verona', 'Palermo'];

export type DemoContact = {
  phone: string;
  firstName: string;
  lastName: string;
  email: string;
  language: string;
  consent: 'subscribed' | 'not_declared' | 'unsubscribed';
  fields: { CITY: string; POINTS: number };
  lists: string[];
  tags: string[];
};

export const LISTS = { newsletter: 'Newsletter', customers: 'Customers 2026', vip: 'Loyalty card' };
export const TAGS = ['VIP', 'Wholesale', 'Gift buyer'];
/** Who is a VIP or wrote lately. */
export const SEGMENT = 'Warmest customers';
export const FIELDS = [
  { code: 'CITY', label: 'City', type: 'text', example: 'Roma' },
  { code: 'POINTS', label: 'Loyalty points', type: 'number', example: '120' },
] as const;

/** Endings to which the simulator gives a fate of its own (see its GET /_simulator/magic). */
const FATES: Record<number, string> = {
  7: '9131026',
  19: '9990004',
  23: '9990005',
  31: '9990006',
  44: '9990002',
  58: '9131049',
};

/** 84 people, the same each time. */
export function demoContacts(): DemoContact[] {
  return Array.from({ length: 84 }, (_, i) => {
    const firstName = FIRST_NAMES[i % FIRST_NAMES.length]!;
    const lastName = LAST_NAMES[(i * 7 + Math.floor(i / 5)) % LAST_NAMES.length]!;
    const ending = FATES[i] ?? `555${String(1001 + i * 13).padStart(4, '0')}`;
    return {
      phone: `+39347${ending}`,
      firstName,
      lastName,
      email: `${plain(firstName)}.${plain(lastName)}${i}@example.com`,
      language: ['Emma', 'Oliver', 'Sophie', 'James'].includes(firstName)
        ? 'en'
        : /í|Carmen|Javier|Alejandro/.test(firstName)
          ? 'es'
          : 'it',
      consent: i % 17 === 5 ? 'unsubscribed' : i % 9 === 4 ? 'not_declared' : 'subscribed',
      fields: { CITY: CITIES[i % CITIES.length]!, POINTS: (i * 37) % 420 },
      lists: [
        LISTS.newsletter,
        ...(i % 2 === 0 ? [LISTS.customers] : []),
        ...(i % 6 === 0 ? [LISTS.vip] : []),
      ],
      tags: [
        ...(i % 12 === 0 ? ['VIP'] : []),
        ...(i % 20 === 3 ? ['Wholesale'] : []),
        ...(i % 11 === 2 ? ['Gift buyer'] : []),
      ],
    };
  });
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}

/** What some of them write by themselves. */
export const CONVERSATIONS: { contact: number; says: string[]; answer?: string }[] = [
  {
    contact: 0,
    says: ['Ciao! Avete ancora la borsa *Amalfi* in verde?', 'La volevo regalare per Natale 🎁'],
    answer: 'Ciao Giulia! Sì, ne abbiamo due. Te ne metto da parte una fino a sabato?',
  },
  { contact: 3, says: ['Buongiorno, il mio ordine 4471 quando arriva?'] },
  {
    contact: 20,
    says: ['Hi, do you ship to the UK?'],
    answer: 'Hi Emma! Yes, in 3 to 5 working days. Shipping is £9, free above £80.',
  },
  { contact: 24, says: ['Hola, ¿puedo cambiar la talla del cinturón?', 'Es una 85 y necesito una 95.'] },
  { contact: 12, says: ['Grazie mille, tutto perfetto 😍'] },
];
