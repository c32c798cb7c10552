// What came of loading deals: why rows were refused in the person's language, and those rows as a file to be mended. Pure.
import type { LoadedFile } from '#features/deals/deals-file.contract.ts';
import { BYTE_ORDER_MARK, csvLine } from '#kit/csv-writer.ts';

/** A row may be refused for several reasons, a sentence each. */
export function reasonInWords(reason: string, inWords: (sentence: string) => string): string {
  const whole = inWords(reason);
  if (whole !== reason) return whole;
  return reason
    .split(/(?<=\.) /)
    .map(inWords)
    .join(' ');
}

/** The refused rows under their names, each with its number in the file and the reason; loaded again, both are passed over. */
export function rejectedFile(
  { header, delimiter, rejected }: LoadedFile,
  names: { row: string; reason: string },
  inWords: (sentence: string) => string,
): string {
  const width = Math.max(header.length, ...rejected.map(({ cells }) => cells.length));
  const even = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '');
  const lines = [
    csvLine([...even(header), names.row, names.reason], delimiter),
    ...rejected.map(({ row, cells, reason }) =>
      csvLine([...even(cells), row, reasonInWords(reason, inWords)], delimiter),
    ),
  ];
  return BYTE_ORDER_MARK + lines.join('');
}
