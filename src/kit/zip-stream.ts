// Packs files into a zip that leaves while it is made: one file after the other, none of them whole in memory.
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export type ZipEntry = {
  /** With `/` between folders, relative. */
  path: string;
  bytes: Readable;
  at: Date;
  /** What is packed already (pictures, sound, film) is stored as it is. */
  packed?: boolean;
};

/**
 * Asks for an entry once the one before it was read to its end. What fails half-way destroys the stream, so that a
 * zip that was cut off is never taken for a whole one; whoever stops reading stops the asking.
 */
export function zipStream(entries: AsyncIterable<ZipEntry>): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  fill(zip, out, entries).catch((error: Error) => out.destroy(error));
  return out;
}

async function fill(zip: ZipFile, out: Readable, entries: AsyncIterable<ZipEntry>): Promise<void> {
  for await (const { path, bytes, at, packed = false } of entries) {
    const stop = () => bytes.destroy();
    out.once('close', stop);
    try {
      if (out.destroyed) return;
      zip.addReadStream(bytes, path, { mtime: at, compress: !packed });
      await finished(bytes, { writable: false });
    } finally {
      out.off('close', stop);
      stop();
    }
  }
  zip.end();
}
