// Makes a contact of a row, or says in words why it is none. Pure.

import type { Consent } from '#features/contacts/contact-filter.contract.ts';
import type { UpsertEntry } from '#features/contacts/contacts.ts';
import { readPhone } from '#features/contacts/contacts.ts';
import type { Field } from '#features/fields/fields.contract.ts';
import { readFieldValue } from '#features/fields/fields.ts';
import { ListName } from '#features/lists/lists.contract.ts';
import { TagName } from '#features/tags/tags.contract.ts';
import { withoutGuard } from '#kit/csv-writer.ts';
import type { ImportOptions } from './imports.contract.ts';

export type ReadRow = { entry: UpsertEntry; tags: string[]; lists: string[] } | { reason: string };

/** How rows are read; the same for the whole file. */
export type Reading = Pick<ImportOptions, 'columns' | 'country' | 'consent'> & {
  fields: ReadonlyMap<string, Field>;
};

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]{2,}$/;
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

const YES = [
  'subscribed',
  'yes',
  'y',
  'true',
  '1',
  'si',
  'sì',
  'sí',
  'x',
  'opt-in',
  'optin',
  'opted in',
  'granted',
  'iscritto',
  'suscrito',
  'accepted',
  'ok',
];
const NO = [
  'unsubscribed',
  'no',
  'n',
  'false',
  '0',
  'opt-out',
  'optout',
  'opted out',
  'denied',
  'disiscritto',
  'revocato',
  'baja',
  'cancelado',
];
const UNKNOWN = ['not_declared', 'not declared', 'unknown', 'non dichiarato', 'no declarado', '-'];
const CONSENT_OF = new Map<string, Consent>([
  ...YES.map((word) => [word, 'subscribed'] as const),
  ...NO.map((word) => [word, 'unsubscribed'] as const),
  ...UNKNOWN.map((word) => [word, 'not_declared'] as const),
]);

const LANGUAGES: Record<string, string> = {
  english: 'en',
  inglese: 'en',
  inglés: 'en',
  italian: 'it',
  italiano: 'it',
  spanish: 'es',
  spagnolo: 'es',
  español: 'es',
  french: 'fr',
  francese: 'fr',
  german: 'de',
  tedesco: 'de',
  portuguese: 'pt',
};

export function readRow(cells: readonly string[], reading: Reading): ReadRow {
  const { columns, country, consent, fields } = reading;
  const entry: UpsertEntry = {};
  const problems: string[] = [];
  const tags: string[] = [];
  const lists: string[] = [];
  let identityProblem = '';
  for (let i = 0; i < columns.length; i++) {
    const target = columns[i];
    if (!target) continue;
    const text = withoutGuard((cells[i] ?? '').trim());
    if (text === '') continue;
    switch (target) {
      case 'phone': {
        const read = readPhone(text, country);
        if ('phone' in read) entry.phone = read.phone;
        else identityProblem = read.problem;
        break;
      }
      case 'user_id':
        if (USER_ID.test(text)) entry.userId = text;
        else problems.push(`“${text}” is not a WhatsApp user id`);
        break;
      case 'first_name':
        entry.firstName = name(text, problems, 'first name');
        break;
      case 'last_name':
        entry.lastName = name(text, problems, 'last name');
        break;
      case 'full_name': {
        const whole = name(text, problems, 'name');
        const space = whole.indexOf(' ');
        entry.firstName ??= space < 0 ? whole : whole.slice(0, space);
        if (space >= 0) entry.lastName ??= whole.slice(space + 1);
        break;
      }
      case 'email':
        if (text.length <= 254 && EMAIL.test(text)) entry.email = text;
        else problems.push(`“${cut(text)}” is not an e-mail address`);
        break;
      case 'language':
        entry.language = language(text, problems);
        break;
      case 'notes':
        if (text.length > 10_000) problems.push('The notes are longer than 10,000 characters');
        else entry.notes = entry.notes === undefined ? text : `${entry.notes}\n${text}`;
        break;
      case 'consent': {
        const said = CONSENT_OF.get(text.toLowerCase());
        if (said) entry.consent = said;
        else problems.push(`“${cut(text)}” says neither yes nor no to marketing`);
        break;
      }
      case 'tags':
        names(text, TagName, tags, problems, 'tag');
        break;
      case 'lists':
        names(text, ListName, lists, problems, 'list');
        break;
      default: {
        const field = fields.get(target.slice('field:'.length));
        if (!field) break;
        const read = readFieldValue(field.type, text);
        if ('problem' in read) problems.push(`${field.label}: “${cut(text)}” is ${read.problem}`);
        else {
          entry.fields ??= {};
          entry.fields[field.code] = read.value;
        }
      }
    }
  }
  if (identityProblem !== '') problems.unshift(identityProblem);
  else if (!entry.phone && !entry.userId) problems.unshift('There is no phone number');
  if (problems.length > 0) return { reason: problems.join('. ') };
  // “Not declared” says nothing that would be worth overwriting a declared consent.
  if (consent?.value) entry.consent = consent.value;
  if (entry.consent === 'not_declared') delete entry.consent;
  return { entry, tags, lists };
}

function name(text: string, problems: string[], what: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (line.length > 100) problems.push(`The ${what} is longer than 100 characters`);
  return line;
}

function language(text: string, problems: string[]): string | undefined {
  const known = LANGUAGES[text.toLowerCase()];
  if (known) return known;
  const code = /^([a-z]{2,3})(?:[_-]([a-z]{2,4}))?$/i.exec(text);
  if (code) return code[2] ? `${code[1]!.toLowerCase()}_${code[2].toUpperCase()}` : code[1]!.toLowerCase();
  problems.push(`“${cut(text)}” is not a language code such as it or pt_BR`);
  return undefined;
}

/** Names in one cell: parted by `;` or `|`, or by commas where there is neither. */
function names(text: string, rule: typeof TagName, into: string[], problems: string[], what: string): void {
  for (const part of text.split(/[;|]/.test(text) ? /[;|]/ : ',')) {
    if (part.trim() === '') continue;
    const read = rule.safeParse(part.replace(/\s+/g, ' '));
    if (read.success) into.push(read.data);
    else problems.push(`“${cut(part)}” is no name for a ${what}`);
  }
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
