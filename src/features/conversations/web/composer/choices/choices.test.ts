// Buttons and lists as they are written: what is sent of them, and what stops them.
import { describe, expect, it } from 'vitest';
import { answerFaults } from '#whatsapp/interactive-limits.ts';
import { type Choices, choicesFault, choicesInput, newChoices } from './choices.ts';

const buttons = (...titles: string[]): Choices => ({ ...newChoices('Open'), buttons: titles });
const list = (...sections: [string, ...string[]][]): Choices => ({
  ...newChoices('Open'),
  kind: 'list',
  sections: sections.map(([title, ...rows]) => ({
    title,
    rows: rows.map((row) => ({ title: row, description: '' })),
  })),
});

describe('what is sent', () => {
  it('leaves out lines that were left empty, and the heading where a file stands', () => {
    const written = { ...buttons(' Yes ', '', 'No'), header: 'Table', footer: ' ' };
    expect(choicesInput(written, false)).toEqual({
      header: 'Table',
      buttons: [{ title: 'Yes' }, { title: 'No' }],
    });
    expect(choicesInput(written, true)).toEqual({ buttons: [{ title: 'Yes' }, { title: 'No' }] });
    expect(choicesInput(list(['', 'a', ''], ['empty', '']), false)).toEqual({
      list: { button: 'Open', sections: [{ rows: [{ title: 'a' }] }] },
    });
  });
});

describe('what stops it', () => {
  it.each([
    [buttons(''), 'Which?', false, 'choiceMissing'],
    [buttons('Yes', 'Yes '), 'Which?', false, 'choiceTwice'],
    [buttons('Yes'), ' ', false, 'questionMissing'],
    [buttons('Yes'), 'a'.repeat(1025), false, 'questionTooLong'],
    [list(['', 'a']), 'Which?', true, 'listWithFile'],
    [{ ...list(['', 'a']), opener: ' ' }, 'Which?', false, 'openerMissing'],
    [list(['', 'a'], ['B', 'b']), 'Which?', false, 'sectionTitleMissing'],
    [list(['', ...Array.from({ length: 11 }, (_, at) => `row ${at}`)]), 'Which?', false, 'tooManyRows'],
  ] as const)('%o', (choices, text, hasFile, fault) =>
    expect(choicesFault(choices, text, hasFile)).toBe(fault),
  );

  it('nothing of what the server would take', () => {
    for (const choices of [buttons('Yes', 'No', ''), list(['', 'a', 'b']), list(['A', 'a'], ['B', 'b'])]) {
      expect(choicesFault(choices, 'Which?', false)).toBeNull();
      expect(answerFaults({ text: 'Which?', ...choicesInput(choices, false) })).toEqual([]);
    }
  });
});
