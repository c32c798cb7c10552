// A file on its way to the server: its bytes as a stream, and what kind of file it is.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { WrongUsage } from './failures.ts';
import type { Io } from './io.ts';

/** The server knows most files by their bytes; texts have nothing to know them by. */
const TEXTS: Record<string, string> = { '.csv': 'text/csv', '.tsv': 'text/csv', '.txt': 'text/plain' };

export function typeOf(file: string): string {
  if (file === '-') return 'text/csv';
  return TEXTS[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/** Standard input for `-`. Throws WrongUsage for what cannot be read, before anything is sent. */
export async function bytesOf(io: Io, file: string): Promise<Readable> {
  if (file === '-') return io.stdin;
  try {
    if ((await stat(file)).isDirectory()) throw new Error('it is a folder');
    const bytes = createReadStream(file);
    await once(bytes, 'open');
    return bytes;
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
}
