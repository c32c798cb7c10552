// Whether a text says who writes, and to whom.
import { variablePlaces } from '#whatsapp/template-variables.ts';
import { readWords } from './read-words.ts';

type Fields = Readonly<Record<string, string | undefined>>;

const NAME_FIELDS = new Set(['FIRST_NAME', 'LAST_NAME']);
/** Legal forms say nothing of how people know the business. */
const FORMS = new Set([
  'srl',
  'srls',
  'spa',
  'snc',
  'sas',
  'ltd',
  'limited',
  'inc',
  'llc',
  'gmbh',
  'sl',
  'sa',
  'the',
]);
const GREETING_WITHIN = 80;

/** A name of the business stands in one of the texts, or a variable is filled with it. */
export function namesSender(
  texts: readonly { path: string; text: string }[],
  { businessNames, fields = {} }: { businessNames: readonly string[]; fields?: Fields },
): boolean {
  if (Object.values(fields).includes('ACCOUNT_NAME')) return true;
  const heard = texts.map(({ text }) => ` ${spoken(text)} `);
  return businessNames
    .map((name) =>
      readWords(name)
        .map((word) => word.heard)
        .filter((word) => word.length > 1 && !FORMS.has(word))
        .join(' '),
    )
    .filter((name) => name !== '')
    .some((name) => heard.some((text) => text.includes(` ${name} `)));
}

/** A variable with the person's name stands near the beginning; one whose source is unknown counts as well. */
export function greetsByName(body: string, fields: Fields = {}): boolean {
  return variablePlaces(body).some(({ name, start }) => {
    if (start > GREETING_WITHIN) return false;
    const field = fields[`body.${name}`];
    return field === undefined ? true : NAME_FIELDS.has(field);
  });
}

function spoken(text: string): string {
  return readWords(text)
    .map((word) => word.heard)
    .filter((word) => word.length > 1)
    .join(' ');
}
