// What of an answer is refused before anything is sent, and at which field.
import { describe, expect, it } from 'vitest';
import { isOneEmoji } from '#whatsapp/interactive-limits.ts';
import { AnswerShape, checkAnswer } from './answer.contract.ts';

const Answer = AnswerShape.superRefine(checkAnswer);
const row = (title: string) => ({ title });
const file = '01a20204-2b62-72b8-bd08-f6e978b04deb';

function faultsOf(answer: object): string[] {
  const read = Answer.safeParse(answer);
  return read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'));
}

describe('an answer', () => {
  it.each([
    { text: 'Ciao' },
    { fileId: file },
    { fileId: file, voiceNote: true },
    { text: 'a'.repeat(4096) },
    { fileId: file, text: 'Sì?', buttons: [row('Sì'), row('No')], footer: 'Forno' },
    { text: 'a'.repeat(4096), list: { button: 'Apri', sections: [{ rows: [row('a')] }] }, header: 'Torte' },
  ])('is taken as %j', (answer) => expect(faultsOf(answer)).toEqual([]));

  it.each([
    [{}, 'text'],
    [{ text: '  ' }, 'text'],
    [{ buttons: [row('Sì')] }, 'text'],
    [{ text: 'a'.repeat(1025), fileId: file }, 'text'],
    [{ text: 'a'.repeat(1025), buttons: [row('Sì')] }, 'text'],
    [{ text: 'x', buttons: [row('Sì'), row('Sì')] }, 'buttons.1.title'],
    [
      {
        text: 'x',
        buttons: [
          { id: '1', title: 'a' },
          { id: '1', title: 'b' },
        ],
      },
      'buttons.1.id',
    ],
    [{ text: 'x', buttons: [row('a'.repeat(21))] }, 'buttons.0.title'],
    [{ text: 'x', buttons: ['1', '2', '3', '4'].map(row) }, 'buttons'],
    [{ text: 'x', list: { button: 'Apri', sections: [{ rows: [] }] } }, 'list.sections.0.rows'],
    [{ text: 'x', fileId: file, list: { button: 'Apri', sections: [{ rows: [row('a')] }] } }, 'fileId'],
    [
      {
        text: 'x',
        list: { button: 'Apri', sections: [{ rows: [row('a')] }, { title: 'B', rows: [row('b')] }] },
      },
      'list.sections.0.title',
    ],
    [
      {
        text: 'x',
        list: {
          button: 'Apri',
          sections: ['a', 'b'].map((title) => ({
            title,
            rows: Array.from({ length: 6 }, (_, index) => row(`${title}${index}`)),
          })),
        },
      },
      'list',
    ],
    [{ text: 'x', header: 'Senza bottoni' }, 'header'],
    [{ text: 'x', voiceNote: true }, 'voiceNote'],
  ])('is refused as %j at %s', (answer, path) => expect(faultsOf(answer)).toContain(path));
});

it('tells one emoji from none, several, and words', () => {
  for (const one of ['👍', '👍🏽', '❤️', '❤', '👨‍👩‍👧', '🇮🇹', '1️⃣'])
    expect([one, isOneEmoji(one)]).toEqual([one, true]);
  for (const other of ['', 'a', '1', '👍👍', '👍 ', 'ok 👍'])
    expect([other, isOneEmoji(other)]).toEqual([other, false]);
});
