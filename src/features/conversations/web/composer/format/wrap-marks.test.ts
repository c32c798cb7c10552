// Marks around what is selected, and away again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MARKS, type Mark, wrapMarks } from './wrap-marks.ts';

it('stand at the words, not at the blanks around them', () => {
  expect(wrapMarks({ text: 'so good ', start: 2, end: 8 }, 'bold')).toEqual({
    text: 'so *good* ',
    start: 4,
    end: 8,
  });
  expect(wrapMarks({ text: 'ab', start: 1, end: 1 }, 'italic')).toEqual({ text: 'a__b', start: 2, end: 2 });
});

it('come and go', () =>
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z ]{0,9}$/),
      fc.stringMatching(/^[a-z]{1,9}$/),
      fc.stringMatching(/^[a-z ]{0,9}$/),
      fc.constantFrom(...(Object.keys(MARKS) as Mark[])),
      (before, chosen, after, mark) => {
        const at = {
          text: before + chosen + after,
          start: before.length,
          end: before.length + chosen.length,
        };
        expect(wrapMarks(wrapMarks(at, mark), mark)).toEqual(at);
      },
    ),
  ));
