// Guesses what the columns of a file are, from their names in English, Italian and Spanish and from what is in them.
import type { Field } from '#features/fields/fields.contract.ts';
import { looksLikePhone, plainName } from '#kit/csv-table.ts';
import type { ColumnTarget } from './imports.contract.ts';

const NAMES: Record<Exclude<ColumnTarget, null | `field:${string}`>, readonly string[]> = {
  phone: [
    ...[
      'phone',
      'phone number',
      'mobile',
      'mobile phone',
      'mobile number',
      'cell',
      'cell phone',
      'cellphone',
      'whatsapp',
    ],
    ...['whatsapp number', 'tel', 'telephone', 'msisdn', 'contact number', 'number', 'e164', 'phone 1 value'],
    ...[
      'telefono',
      'numero',
      'numero di telefono',
      'cellulare',
      'numero cellulare',
      'numero di cellulare',
      'n telefono',
    ],
    ...['movil', 'telefono movil', 'celular', 'numero de telefono', 'numero de movil', 'numero whatsapp'],
  ],
  user_id: ['user id', 'whatsapp user id', 'bsuid', 'wa user id'],
  first_name: [
    'first name',
    'firstname',
    'given name',
    'forename',
    'fname',
    'nome',
    'nome di battesimo',
    'nombre',
    'nombres',
    'primer nombre',
  ],
  last_name: ['last name', 'lastname', 'surname', 'family name', 'lname', 'cognome', 'apellido', 'apellidos'],
  full_name: [
    'name',
    'full name',
    'fullname',
    'customer',
    'customer name',
    'contact',
    'contact name',
    'nome completo',
    'nome e cognome',
    'cognome e nome',
    'nominativo',
    'cliente',
    'contatto',
    'nombre completo',
    'nombre y apellidos',
    'contacto',
  ],
  email: [
    'email',
    'e mail',
    'mail',
    'email address',
    'e mail address',
    'indirizzo email',
    'posta elettronica',
    'correo',
    'correo electronico',
    'email 1 value',
  ],
  language: ['language', 'lang', 'locale', 'lingua', 'idioma', 'lengua'],
  notes: [
    'notes',
    'note',
    'comment',
    'comments',
    'remarks',
    'annotazioni',
    'commenti',
    'notas',
    'comentarios',
    'observaciones',
  ],
  consent: [
    'consent',
    'marketing consent',
    'opt in',
    'optin',
    'opted in',
    'subscribed',
    'newsletter',
    'gdpr',
    'consenso',
    'consenso marketing',
    'marketing',
    'iscritto',
    'consentimiento',
    'suscrito',
    'acepta marketing',
    'accepts marketing',
  ],
  tags: ['tag', 'tags', 'label', 'labels', 'etichetta', 'etichette', 'etiqueta', 'etiquetas'],
  lists: [
    'list',
    'lists',
    'group',
    'groups',
    'lista',
    'liste',
    'listas',
    'gruppo',
    'gruppi',
    'grupo',
    'grupos',
  ],
};

const TARGET_OF = new Map(
  Object.entries(NAMES).flatMap(([target, names]) =>
    names.map((name) => [name, target as keyof typeof NAMES] as const),
  ),
);

/** One target or null per column; each target at most once. */
export function guessMapping(
  header: readonly string[],
  sample: readonly string[][],
  fields: readonly Field[],
): ColumnTarget[] {
  const width = Math.max(header.length, ...sample.map((row) => row.length), 0);
  const used = new Set<ColumnTarget>();
  const take = (target: ColumnTarget | undefined): ColumnTarget => {
    if (!target || used.has(target)) return null;
    used.add(target);
    return target;
  };
  const mapping = Array.from({ length: width }, (_, i) => take(byName(header[i] ?? '', fields)));
  for (const [target, fits] of [
    ['phone', looksLikePhone],
    ['email', (cell: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim())],
  ] as const) {
    if (used.has(target)) continue;
    const column = mapping.findIndex((guess, i) => guess === null && mostly(sample, i, fits));
    if (column >= 0) mapping[column] = take(target);
  }
  // A single column called “name” beside “last name” is the first name.
  const whole = mapping.indexOf('full_name');
  if (whole >= 0 && used.has('last_name') && !used.has('first_name')) mapping[whole] = 'first_name';
  return mapping;
}

function byName(name: string, fields: readonly Field[]): ColumnTarget | undefined {
  const plain = plainName(name);
  if (plain === '') return undefined;
  const field = fields.find((each) => plainName(each.code) === plain || plainName(each.label) === plain);
  return field ? `field:${field.code}` : TARGET_OF.get(plain);
}

function mostly(sample: readonly string[][], column: number, fits: (cell: string) => boolean): boolean {
  const told = sample.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  return told.length > 0 && told.filter(fits).length >= told.length * 0.6;
}
