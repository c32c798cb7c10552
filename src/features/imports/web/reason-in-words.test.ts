// The reasons of a refused row are told in the person's language.
import { expect, it } from 'vitest';
import { reasonInWords } from './reason-in-words.ts';

const inWords = (sentence: string) =>
  ({ 'A deal needs a contact': 'Serve un contatto', 'One.': 'Uno.', 'Two.': 'Due.' })[sentence] ?? sentence;

it('says each of several reasons, and leaves what it does not know', () => {
  expect(reasonInWords('A deal needs a contact', inWords)).toBe('Serve un contatto');
  expect(reasonInWords('One. Two.', inWords)).toBe('Uno. Due.');
  expect(reasonInWords('One. Strange.', inWords)).toBe('Uno. Strange.');
});
