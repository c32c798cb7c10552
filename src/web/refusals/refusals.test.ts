// What the server refuses is said in the person's language, and the table knows only what the server says.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureFromBody, setRefusalWords, toApiFailure } from '#web/api-failure.ts';
import { KNOWN_SENTENCES, OWN_SENTENCES } from './known-sentences.ts';
import { translator } from './refusal.ts';
import { NOUNS } from './refusal-nouns.ts';
import { speakRefusals } from './speak-refusals.ts';

const gapless = (text: string) => text.replace(/\$?\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}').replace(/\.$/, '');

/** Every text in quotation marks of the server and its contracts, gaps made alike. */
function textsOfServer(): Set<string> {
  const files = ['api', 'app', 'features', 'kit', 'operations', 'whatsapp'].flatMap((area) =>
    readdirSync(`src/${area}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)web\//.test(file))
      .map((file) => `src/${area}/${file}`),
  );
  const texts = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`/g)].map(
      ([, single, double, back]) => gapless(single ?? double ?? back ?? ''),
    ),
  );
  return new Set(texts);
}

it('knows only sentences that the server says', () => {
  const said = textsOfServer();
  const unknown = OWN_SENTENCES.map(([en]) => en).filter((en) => {
    // Counts are part of the sentence there.
    const pattern = new RegExp(
      `^${gapless(en)
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replaceAll('{}', '.+')}$`,
    );
    return !said.has(gapless(en)) && ![...said].some((text) => pattern.test(text));
  });
  expect(unknown).toEqual([]);
});

it('has the same gaps in every language', () => {
  const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const [en, it, es] of KNOWN_SENTENCES)
    for (const text of [it, es]) expect(gaps(en)).toEqual(expect.arrayContaining(gaps(text)));
});

describe('in Italian and Spanish', () => {
  const it_ = translator(KNOWN_SENTENCES, NOUNS, 'it');
  const es = translator(KNOWN_SENTENCES, NOUNS, 'es');

  it('whole sentences, gaps and nouns are put into words; what is unknown stays', () => {
    expect(it_('This contact is blocked: unblock them before writing to them.')).toContain('bloccato');
    expect(es('There is already a list “Clientes VIP”. Choose another name.')).toBe(
      'Ya hay una lista “Clientes VIP”. Elige otro nombre.',
    );
    expect(it_('There is no such campaign.')).toBe('Non c’è più: campagna.');
    expect(it_('Something that nobody translated.')).toBe('Something that nobody translated.');
    expect(it_('The guardian asks for a reason. This is not allowed.')).toBe(
      'Il guardiano chiede un motivo. Non è permesso.',
    );
  });

  it.each<[z.ZodType, unknown, string]>([
    [z.string().min(5), 'no', 'Scrivi almeno 5 caratteri'],
    [z.string().max(2), 'lungo', 'Al massimo 2 caratteri'],
    [z.int().min(1), 0, 'Almeno 1'],
    [z.number().max(3), 9, 'Al massimo 3'],
    [z.email(), 'no', 'Non è un indirizzo e-mail'],
    [z.string(), undefined, 'Manca'],
    [z.string(), 5, 'Valore non valido'],
    [z.array(z.string()).min(2), ['a'], 'Almeno 2 voci'],
    [z.array(z.string()).min(1), [], 'Scegline almeno uno'],
    [z.string().min(1), '', 'Scrivi qualcosa'],
  ])('what zod says of %# too', (shape, value, words) => {
    expect(it_(shape.safeParse(value).error!.issues[0]!.message)).toBe(words);
  });
});

it('reaches every place that shows a failure, fields included', () => {
  speakRefusals('it');
  const failure = failureFromBody(
    {
      code: 'bad_input',
      message: 'Some fields need your attention.',
      fields: [{ path: 'name', message: 'Give the list a name' }],
    },
    400,
  );
  expect(failure.message).toBe('Alcuni campi richiedono attenzione.');
  expect(failure.fields).toEqual([{ path: 'name', message: 'Dai un nome alla lista' }]);
  setRefusalWords((message) => message);
  expect(toApiFailure({ status: 403, code: 'forbidden', message: 'This is not allowed.' }).message).toBe(
    'This is not allowed.',
  );
});
