// Refused rows come back as they were, under their names, with the reason in words.
import { expect, it } from 'vitest';
import { reasonInWords, rejectedFile } from './loaded-deals.ts';

const inWords = (sentence: string) =>
  ({ 'A deal needs a contact': 'Serve un contatto', 'One.': 'Uno.', 'Two.': 'Due.' })[sentence] ?? sentence;

it('says each of several reasons, and leaves what it does not know', () => {
  expect(reasonInWords('A deal needs a contact', inWords)).toBe('Serve un contatto');
  expect(reasonInWords('One. Two.', inWords)).toBe('Uno. Due.');
  expect(reasonInWords('One. Strange.', inWords)).toBe('Uno. Strange.');
});

it('keeps the rows, ragged or not, and a text that would be a formula stays a text', () => {
  const rejected = [
    { row: 3, cells: ['Kitchen; blue', '=1+1', 'more'], reason: 'A deal needs a contact' },
    { row: 9, cells: ['Alone'], reason: 'One.' },
  ];
  const counts = { created: 0, updated: 0, skipped: 0, rejectedCount: 2 };
  const file = rejectedFile(
    { ...counts, rejected, header: ['Title', 'Contacts'], delimiter: ';' },
    { row: 'Row', reason: 'Reason' },
    inWords,
  );
  expect(file.replace('\ufeff', '').trim().split('\r\n')).toEqual([
    'Title;Contacts;;Row;Reason',
    '"Kitchen; blue";\'=1+1;more;3;Serve un contatto',
    'Alone;;;9;Uno.',
  ]);
});
