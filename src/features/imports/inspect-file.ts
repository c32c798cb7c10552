// Looks into an uploaded file: encoding, delimiter, header, first rows, and what the columns seem to be.
import type { Field } from '#features/fields/fields.contract.ts';
import { decode, detectEncoding } from '#kit/csv-encoding.ts';
import { detectDelimiter, detectHeader, sampleRows } from '#kit/csv-table.ts';
import { AppError } from '#kit/errors.ts';
import type { FileStore } from '#kit/file-store.ts';
import { guessMapping } from './guess-mapping.ts';
import type { Delimiter, Detected, Encoding } from './imports.contract.ts';

type Place = { files: FileStore; workspaceId: string; fileId: string };

/** What a person has decided already; the rest is guessed. */
export type Given = { encoding?: Encoding; delimiter?: Delimiter; hasHeader?: boolean };

const SAMPLE_CHARACTERS = 256_000;
const SHOWN_ROWS = 20;
const SHOWN_CHARACTERS = 300;
const MOST_COLUMNS = 500;

/** Throws `file_not_csv` and `file_empty`, in words. */
export async function inspectFile(
  place: Place,
  fields: readonly Field[],
  given: Given = {},
): Promise<Detected> {
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
    mapping: guessMapping(header, sample, fields),
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
