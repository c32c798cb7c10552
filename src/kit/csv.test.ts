// CSV: what is written is read again, in whatever pieces it comes; broken files cost single rows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRow, csvReader } from './csv-reader.ts';
import { csvLine, withoutGuard } from './csv-writer.ts';

function readIn(pieces: readonly string[], delimiter = ',', longestRow?: number): CsvRow[] {
  const reader = csvReader({ delimiter, ...(longestRow ? { longestRow } : {}) });
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}
const cells = (text: string, delimiter = ',') => readIn([text], delimiter).map((row) => row.cells);

/** Cuts a text at the given places. */
function cut(text: string, places: number[]): string[] {
  const sorted = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => text.slice(sorted[i], end));
}

describe('reading', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc
      .array(fc.constantFrom('"', ',', ';', '\n', '\r', ' ', 'a', '=', '\t'), { maxLength: 6 })
      .map((all) => all.join('')),
  );

  it('gives back what was written, in whatever pieces', () => {
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(fc.nat(), { maxLength: 5 }),
        (rows, delimiter, places) => {
          const text = rows.map((row) => csvLine(row, delimiter, false)).join('');
          expect(readIn(cut(text, places), delimiter)).toEqual(rows.map((row) => ({ cells: row })));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never fails, and reads the same in pieces as at once', () => {
    fc.assert(
      fc.property(
        cell,
        fc.array(cell, { maxLength: 20 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (head, parts, places) => {
          const text = head + parts.join('');
          expect(readIn(cut(text, places))).toEqual(readIn([text]));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\r\nc\r\n', [['a', 'b'], ['c']]],
    ['a\rb\r', [['a'], ['b']]],
    ['a,"b\nc",d\n', [['a', 'b\nc', 'd']]],
    ['"he said ""hi""",x', [['he said "hi"', 'x']]],
    ['a, "b, c" ,d\n', [['a', 'b, c ', 'd']]],
    ['5" pipe,x\n', [['5" pipe', 'x']]],
    ['a,\n,b\n\n', [['a', ''], ['', 'b'], ['']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  it('loses one row to a quote that is not closed', () => {
    const rows = readIn(['a,b\n1,"oops\n2,y\n3,z\n']);
    expect(rows).toEqual([
      { cells: ['a', 'b'] },
      { cells: ['1', '"oops'], problem: 'unclosed_quote' },
      { cells: ['2', 'y'] },
      { cells: ['3', 'z'] },
    ]);
  });

  it('gives up rows without end, and goes on behind them', () => {
    const many = Array.from({ length: 50 }, (_, i) => `${i},y\n`);
    const rows = readIn(['1,"oops\n', ...many], ',', 100);
    expect(rows.filter((row) => row.problem)).toHaveLength(1);
    expect(rows).toHaveLength(51);
    const long = readIn(['x'.repeat(90), 'x'.repeat(90), 'x\na,b\n'], ',', 100);
    expect(long.map((row) => row.problem)).toEqual(['too_long', undefined]);
    expect(long[1]).toEqual({ cells: ['a', 'b'] });
  });
});

describe('writing', () => {
  it('keeps spreadsheets from running what people wrote, and numbers as they are', () => {
    expect(csvLine(['=1+1', '+393331234567', '-5', '@x', '+39 (02) 12', '-x'])).toBe(
      "'=1+1,+393331234567,-5,'@x,+39 (02) 12,'-x\r\n",
    );
    for (const text of ['=1', '-x', "'quoted'", '+393331234567'])
      expect(withoutGuard(cells(csvLine([text]))[0]![0]!)).toBe(text);
  });
});
