// Rows as a table for people: the columns that fit the terminal, the same ones on every page.
import { cell, padded, widthOf } from './cell.ts';

type Row = Record<string, unknown>;

export type Table = {
  head: string;
  lines(rows: readonly Row[]): string[];
  /** Columns that have something to show, but no room. */
  left: string[];
};

const WIDEST = 40;
const GAP = '  ';

/**
 * Laid out by the first page. Without `wanted` the columns are those that say something, in their order, as many as fit
 * `room`; `wanted` ones all show, and may look into things: `stage.probability`.
 */
export function layOut(rows: readonly Row[], room: number, wanted?: readonly string[]): Table {
  const names =
    wanted ?? [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => says(rows, name));
  const columns: { name: string; width: number }[] = [];
  const left: string[] = [];
  let taken = 0;
  for (const name of names) {
    const widest = Math.max(name.length, ...rows.map((row) => widthOf(cell(at(row, name)))));
    const width = Math.min(widest, WIDEST);
    const needed = width + (columns.length > 0 ? GAP.length : 0);
    if (wanted || columns.length === 0 || taken + needed <= room) {
      columns.push({ name, width });
      taken += needed;
    } else left.push(name);
  }
  const line = (cellOf: (name: string) => string) =>
    columns
      .map(({ name, width }) => padded(cellOf(name), width))
      .join(GAP)
      .trimEnd();
  return {
    head: line((name) => name),
    lines: (page) => page.map((row) => line((name) => cell(at(row, name)))),
    left,
  };
}

/** One thing, a line per field. */
export function asFields(thing: Row): string[] {
  const width = Math.max(0, ...Object.keys(thing).map((name) => name.length));
  return Object.entries(thing).map(([name, value]) => `${name.padEnd(width)}${GAP}${cell(value)}`.trimEnd());
}

/** Something other than nothing, and more than a heap of unnamed things. */
function says(rows: readonly Row[], name: string): boolean {
  return rows.some((row) => {
    const text = cell(row[name]);
    return text !== '' && !text.startsWith('{') && !text.startsWith('[');
  });
}

function at(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const part of path.split('.')) value = (value as Row | null | undefined)?.[part];
  return value;
}
