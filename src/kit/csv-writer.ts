// Writes rows as CSV, safe to open in a spreadsheet.

export type CsvCell = string | number | boolean | Date | null | undefined;

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * One line with its end. Texts that a spreadsheet would take for a formula get an apostrophe in front, unless
 * `guard` is false; numbers and phone numbers stay as they are.
 */
export function csvLine(cells: readonly CsvCell[], delimiter = ',', guard = true): string {
  return `${cells.map((cell) => written(cell, delimiter, guard)).join(delimiter)}\r\n`;
}

function written(cell: CsvCell, delimiter: string, guard: boolean): string {
  if (cell === null || cell === undefined) return '';
  let text = cell instanceof Date ? cell.toISOString() : String(cell);
  if (guard && /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().,/-]*$/.test(text)) text = `'${text}`;
  const quoted = text.includes('"') || text.includes('\n') || text.includes('\r') || text.includes(delimiter);
  return quoted || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Takes away the apostrophe that `csvLine` put in front. */
export function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
