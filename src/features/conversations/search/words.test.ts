// Words of messages, and the snippet around a hit.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchableText, snippetOf, wordsIn } from './words.ts';

const plainWords = (text: string) => wordsIn(text).map(({ word }) => word);

it('takes words without case, accents and signs', () => {
  expect(plainWords('Caffè, PERCHÉ no? n° 12-34')).toEqual(['caffe', 'perche', 'no', 'n', '12', '34']);
  expect(plainWords('…!? ')).toEqual([]);
});

it('marks the hits in their surroundings', () => {
  const text = `${'molto '.repeat(20)}lungo il Caffè arriva`;
  const parts = snippetOf(text, ['il', 'caf']);
  expect(parts.filter((part) => part.isHit).map((part) => part.text)).toEqual(['il', 'Caffè']);
  expect(parts[0]?.text).toBe('… ');
});

it('loses nothing of a short text, whatever is sought', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), fc.array(fc.string({ minLength: 1 })), (text, sought) => {
      const whole = snippetOf(text, sought.flatMap(plainWords)).map((part) => part.text);
      expect(whole.join('').replace('… ', '')).toContain(text.replace(/\s+/g, ' ').trim().slice(0, 1));
    }),
  );
});

it('finds nothing in what was withdrawn', () => {
  expect(searchableText({ text: 'segreto', withdrawn: true })).toBe('');
  expect(searchableText({ type: 'image', caption: 'La torta' })).toBe('La torta');
});
