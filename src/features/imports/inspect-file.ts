// Looks into an uploaded file: encoding, delimiter, header, first rows, and what the columns seem to be.
import type { Field } from '#features/fields/fields.contract.ts';
import { decode, detectEncoding } from '#kit/csv-encoding.ts';
import { detectDelimiter, detectHeader, sampleRows } from '#kit/csv-table.ts';
import { AppError } from '#kit/errors.ts';
import type { FileStore } from '#kit/file-store.ts';
import { guessMapping } from './guess-mapping.ts';
import type { Delimiter, Encoding } from './import-run.contract.ts';
import type { Detected } from './imports.contract.ts';

export type Place = { files: FileStore; workspaceId: string; fileId: string };

/** How the file is written. */
export type FileFormat = { encoding: Encoding; delimiter: Delimiter; hasHeader: boolean };
/** What is decided already; the rest is guessed. */
export type Given = Partial<FileFormat>;

export type Inspected = FileFormat & {
  /** Names of the columns, without blanks around them; empty when the file has none. */
  header: string[];
  /** First rows, without the header; long cells are cut off. */
  sample: string[][];
};

const SAMPLE_CHARACTERS = 256_000;
const SHOWN_ROWS = 20;
const SHOWN_CHARACTERS = 300;
const MOST_COLUMNS = 500;

/** A file of contacts, with what its columns seem to be. Throws `file_not_csv` and `file_empty`, in words. */
export async function inspectContacts(
  place: Place,
  fields: readonly Field[],
  given: Given = {},
): Promise<Detected> {
  const { rows, ...inspected } = await inspectFile(place, given);
  return { ...inspected, mapping: guessMapping(inspected.header, rows, fields) };
}

/** Throws `file_not_csv` and `file_empty`, in words. `rows` are more of those of the sample, whole. */
export async function inspectFile(place: Place, given: Given): Promise<Inspected & { rows: string[][] }> {
  const open = async () => (await place.files.read(place.workspaceId, place.fileId)) as AsyncIterable<Buffer>;
  const encoding = given.encoding ?? (await detectEncoding(await open()));
  const { text, whole } = await beginning(await open(), encoding);
  const delimiter = given.delimiter ?? detectDelimiter(text, whole);
  const rows = sampleRows(text, delimiter, whole);
  if (rows.length === 0) throw new AppError('file_empty', 'There is nothing in this file but empty rows.');
  if (rows.some((row) => row.length > MOST_COLUMNS))
    throw new AppError(
      'file_not_csv',
      `This file has more than ${MOST_COLUMNS} columns. Is it a list of contacts?`,
    );
  const hasHeader = given.hasHeader ?? detectHeader(rows);
  const header = hasHeader ? rows[0]!.map((name) => name.trim()) : [];
  const sample = rows.slice(hasHeader ? 1 : 0);
  return {
    encoding,
    delimiter,
    hasHeader,
    header,
    sample: sample.slice(0, SHOWN_ROWS).map((row) => row.map((cell) => cell.slice(0, SHOWN_CHARACTERS))),
    rows: sample,
  };
}

async function beginning(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
): Promise<{ text: string; whole: boolean }> {
  let text = '';
  for await (const piece of decode(bytes, encoding)) {
    text += piece;
    if (text.length >= SAMPLE_CHARACTERS) return { text, whole: false };
  }
  return { text, whole: true };
}
