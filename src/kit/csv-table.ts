// Guesses from its first rows what a file's delimiter is and whether it begins with names. Pure.
import { DELIMITERS, type Delimiter } from './csv-formats.ts';
import { csvReader } from './csv-reader.ts';

const ROWS = 200;

/** Rows of the text in which something stands; a last row that the sample cuts off is left out unless `whole`. */
export function sampleRows(text: string, delimiter: Delimiter, whole: boolean): string[][] {
  const reader = csvReader({ delimiter });
  const rows = reader.push(text);
  if (whole) rows.push(...reader.end());
  return rows
    .map((row) => row.cells)
    .filter((cells) => !isBlank(cells))
    .slice(0, ROWS);
}

/** Empty rows, and the line `sep=;` that some spreadsheets put first. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '') || /^sep=/i.test(cells[0]!);
}

/** The delimiter by which most rows have the same number of cells, and many. */
export function detectDelimiter(text: string, whole: boolean): Delimiter {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1] as Delimiter | undefined;
  if (named && DELIMITERS.includes(named)) return named;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of [';', '\t', ',', '|'] as const) {
    const widths = sampleRows(text, delimiter, whole).map((cells) => cells.length);
    const usual = mostFrequent(widths);
    if (usual < 2) continue;
    const even = widths.filter((width) => width === usual).length / widths.length;
    // Decimal commas and commas in texts are not as even as the real delimiter.
    const score = even ** 2 * Math.log2(usual + 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Whether the first row holds names: letters, and nothing that looks like a number or an address. */
export function detectHeader(rows: readonly string[][]): boolean {
  const first = rows[0];
  if (!first) return false;
  const told = first.filter((cell) => cell.trim() !== '');
  return (
    told.length > 0 &&
    told.every((cell) => /\p{L}/u.test(cell) && !looksLikePhone(cell) && !cell.includes('@'))
  );
}

export function looksLikePhone(cell: string): boolean {
  const digits = cell.replace(/\D/g, '').length;
  return digits >= 6 && digits <= 15 && /^['+(]?[\d\s().+/-]+$/.test(cell.trim());
}

/** The name of a column without accents, capitals and signs: what two spellings have in common. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
