// A CSV file of deals: taken whole, read whatever its encoding and delimiter, row by row.
import { decode, detectEncoding } from '#kit/csv-encoding.ts';
import type { Delimiter } from '#kit/csv-formats.ts';
import { csvReader } from '#kit/csv-reader.ts';
import { detectDelimiter, isBlank } from '#kit/csv-table.ts';
import { AppError, badInput } from '#kit/errors.ts';
import { MOST_FILE_BYTES } from './deals-file.contract.ts';
import type { ImportRow, Rejected } from './import-deals.ts';
import { COLUMNS, type Column, readHeader } from './read-deal-row.ts';

const SAMPLE_CHARACTERS = 256_000;
const PIECE = 65_536;
const PROBLEMS = {
  unclosed_quote: 'A quoted value is not closed: look for a single " in this row',
  too_long: 'This row is longer than 500,000 characters',
};

export type DealsFile = {
  header: string[];
  delimiter: Delimiter;
  columns: ReadonlyMap<Column, number>;
  /** Rows after the header, numbered as in the file; those that cannot be read say why. */
  rows: Generator<ImportRow | Rejected>;
};

/** Throws `too_large`, `file_not_csv`, `file_empty`, and `bad_input` when the columns have no names. */
export async function readDealsFile(bytes: AsyncIterable<Buffer>): Promise<DealsFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_FILE_BYTES)
      throw new AppError(
        'too_large',
        `The file is larger than ${MOST_FILE_BYTES / 1e6} MB: load it in parts.`,
      );
    chunks.push(chunk);
  }
  let text = '';
  for await (const piece of decode(each(chunks), await detectEncoding(each(chunks)))) text += piece;
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const delimiter = detectDelimiter(sample, sample.length === text.length);
  const all = numbered(text, delimiter);
  let first: ImportRow | Rejected | undefined;
  for (const row of all) {
    first = row;
    break;
  }
  if (!first) throw new AppError('file_empty', 'There is nothing in this file but empty rows.');
  const columns = readHeader(first.cells);
  if (!columns.has('Contacts'))
    throw badInput([{ path: 'file', message: `Name the columns in the first line: ${COLUMNS.join(', ')}.` }]);
  return { header: first.cells, delimiter, columns, rows: numbered(text, delimiter, first) };
}

async function* each(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

/** Rows in which something stands, those up to `after` left out. */
function* numbered(
  text: string,
  delimiter: Delimiter,
  after?: ImportRow | Rejected,
): Generator<ImportRow | Rejected> {
  const reader = csvReader({ delimiter });
  let row = 0;
  const take = function* (read: ReturnType<typeof reader.push>) {
    for (const { cells, problem } of read) {
      row += 1;
      if (row <= (after?.row ?? 0) || isBlank(cells)) continue;
      yield problem ? { row, cells, reason: PROBLEMS[problem] } : { row, cells };
    }
  };
  for (let at = 0; at < text.length; at += PIECE) yield* take(reader.push(text.slice(at, at + PIECE)));
  yield* take(reader.end());
}
