// Finds out how a file spells letters as bytes, and refuses files that hold no text.
import type { Encoding } from './csv-formats.ts';
import { AppError } from './errors.ts';

/** What each kind of file begins with, and what to say of it. */
const OTHER_FILES: readonly [number[], string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is an Excel workbook or a ZIP archive. In the spreadsheet, save as CSV and choose that file.',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an old Excel workbook. In the spreadsheet, save as CSV and choose that file.',
  ],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'This is a PDF. Choose a CSV file.'],
  [[0x89, 0x50, 0x4e, 0x47], 'This is a picture. Choose a CSV file.'],
  [[0xff, 0xd8, 0xff], 'This is a picture. Choose a CSV file.'],
  [[0x47, 0x49, 0x46, 0x38], 'This is a picture. Choose a CSV file.'],
  [[0x1f, 0x8b], 'This file is compressed. Unpack it and choose the CSV file inside.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'This file is compressed. Unpack it and choose the CSV file inside.'],
  [[0x52, 0x61, 0x72, 0x21], 'This file is compressed. Unpack it and choose the CSV file inside.'],
];

const HEAD = 65_536;

/** Reads all of `bytes`. Throws `file_not_csv` and `file_empty`, in words. */
export async function detectEncoding(bytes: AsyncIterable<Buffer>): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parts: Buffer[] = [];
  let headSize = 0;
  let valid = true;
  for await (const chunk of bytes) {
    if (headSize < HEAD) {
      parts.push(chunk);
      headSize += chunk.length;
    }
    valid &&= accepts(utf8, chunk, true);
  }
  valid &&= accepts(utf8, Buffer.alloc(0), false);
  const head = Buffer.concat(parts).subarray(0, HEAD);
  if (head.length === 0) throw new AppError('file_empty', 'This file is empty.');
  for (const [mark, words] of OTHER_FILES)
    if (mark.every((byte, i) => head[i] === byte)) throw new AppError('file_not_csv', words);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = wideEncoding(head);
  if (wide) return wide;
  // A stray NUL is dropped when the rows are read; many of them are no text.
  if (countNuls(head, 0, 1) > Math.max(16, head.length / 50))
    throw new AppError('file_not_csv', 'This file holds no text. Choose a CSV file.');
  if (/^\s*<(!doctype|html|\?xml)/i.test(head.subarray(0, 200).toString('latin1')))
    throw new AppError('file_not_csv', 'This is a web page, not a CSV file. Export the file again.');
  return valid ? 'utf-8' : 'windows-1252';
}

function accepts(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

/** Western letters in UTF-16 have a zero in every other byte. */
function wideEncoding(head: Buffer): Encoding | undefined {
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return undefined;
  const even = countNuls(head, 0, 2) / pairs;
  const odd = countNuls(head, 1, 2) / pairs;
  if (odd > 0.4 && even < 0.05) return 'utf-16le';
  if (even > 0.4 && odd < 0.05) return 'utf-16be';
  return undefined;
}

function countNuls(bytes: Buffer, from: number, step: number): number {
  let count = 0;
  for (let at = from; at < bytes.length; at += step) if (bytes[at] === 0) count++;
  return count;
}

/** The text of a file, piece by piece, without byte order mark and NULs; `seen` hears how many bytes were read. */
export async function* decode(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
  seen: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    seen(chunk.length);
    yield clean(decoder.decode(chunk, { stream: true }));
  }
  yield clean(decoder.decode());
}

function clean(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
}
