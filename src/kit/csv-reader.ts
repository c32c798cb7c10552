// Reads CSV text as it comes in pieces: quotes over lines, ragged rows, any line end; a broken quote costs one row.

export type CsvRow = {
  cells: string[];
  /** Set when the row could not be read as it was meant; `cells` then hold its first line. */
  problem?: 'unclosed_quote' | 'too_long';
};

export type CsvReader = {
  /** Rows that `text` completes. */
  push(text: string): CsvRow[];
  /** What is left when no more comes. */
  end(): CsvRow[];
};

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** `longestRow` in characters; a longer one is given up at its first line end, so that one bad quote swallows no file. */
export function csvReader(options: { delimiter: string; longestRow?: number }): CsvReader {
  const { delimiter, longestRow = 500_000 } = options;
  let rest = '';
  /** Within a line that was given up. */
  let skipping = false;

  const read = (final: boolean): CsvRow[] => {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < rest.length) {
      if (skipping) {
        const end = lineEnd(rest, at, final);
        if (!end) break;
        skipping = false;
        at = end.next;
        continue;
      }
      const row = plainRow(rest, at, delimiter) ?? quotedRow(rest, at, delimiter, final);
      if (row) {
        rows.push({ cells: row.cells });
        at = row.next;
        continue;
      }
      if (!final && rest.length - at <= longestRow) break;
      const end = lineEnd(rest, at, true)!;
      const isOneLine = end.next >= rest.length && !final;
      const line = rest.slice(at, Math.min(end.at, at + longestRow));
      rows.push({ cells: line.split(delimiter), problem: isOneLine ? 'too_long' : 'unclosed_quote' });
      skipping = isOneLine;
      at = end.next;
    }
    rest = skipping ? '' : rest.slice(at);
    return rows;
  };

  return {
    push(text) {
      rest += text;
      return read(false);
    },
    end: () => read(true),
  };
}

type Read = { cells: string[]; next: number };

/** The row when its line holds no quote and ends within `text`; most rows are like this. */
function plainRow(text: string, from: number, delimiter: string): Read | undefined {
  const end = text.indexOf('\n', from);
  if (end < 0) return undefined;
  const line = text.slice(from, end > from && text.charCodeAt(end - 1) === CR ? end - 1 : end);
  if (line.includes('"') || line.includes('\r')) return undefined;
  return { cells: line.split(delimiter), next: end + 1 };
}

/** The row, letter by letter; undefined when it does not end within `text`. */
function quotedRow(text: string, from: number, delimiter: string, final: boolean): Read | undefined {
  const cells: string[] = [];
  const parting = delimiter.charCodeAt(0);
  let at = from;
  for (;;) {
    let start = at;
    while (text.charCodeAt(start) === SPACE) start++;
    let cell = '';
    if (text.charCodeAt(start) === QUOTE) {
      at = start + 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) return undefined;
        cell += text.slice(at, close);
        at = close + 1;
        if (text.charCodeAt(at) !== QUOTE) break;
        cell += '"';
        at++;
      }
      // A quote at the very end may be the first half of a doubled one.
      if (at >= text.length && !final) return undefined;
    }
    const tail = at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === parting || code === LF || code === CR) break;
    }
    cells.push(cell + text.slice(tail, at));
    if (at >= text.length) return final ? { cells, next: at } : undefined;
    const code = text.charCodeAt(at);
    at++;
    if (code === parting) {
      if (at >= text.length && final) return { cells: [...cells, ''], next: at };
      continue;
    }
    if (code === CR) {
      if (at >= text.length && !final) return undefined;
      if (text.charCodeAt(at) === LF) at++;
    }
    return { cells, next: at };
  }
}

/** Where the line from `from` ends, and where the next begins; at the end of the text only when it is `final`. */
function lineEnd(text: string, from: number, final: boolean): { at: number; next: number } | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) return { at, next: at + 1 };
    if (code === CR) return { at, next: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1 };
  }
  return final ? { at: text.length, next: text.length } : undefined;
}
