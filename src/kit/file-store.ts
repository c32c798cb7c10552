// Where the bytes of uploads and media are kept; by default on disk, in the installation's data folder.

import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import { measureBytes, type StoredBytes } from '#kit/measure-bytes.ts';

export type FileStore = {
  /** Writes all of `bytes` or nothing; refuses with `too_large` past `maxBytes`. */
  write(workspaceId: string, id: string, bytes: Readable | Buffer, maxBytes: number): Promise<StoredBytes>;
  /** Throws `not_found` when there is no such file; `from` skips that many bytes, `to` is the last byte read. */
  read(workspaceId: string, id: string, from?: number, to?: number): Promise<Readable>;
  remove(workspaceId: string, id: string): Promise<void>;
  /** Removes every file of a workspace. */
  removeAll(workspaceId: string): Promise<void>;
  /** Throws, saying what is wrong, when files could not be kept. */
  check(): Promise<void>;
};

export function diskFileStore(folder: string): FileStore {
  const pathOf = (workspaceId: string, id: string) => {
    if (!isId(workspaceId) || !isId(id)) throw new AppError('not_found', 'There is no such file.');
    // The last digits are random: they spread files over folders.
    return join(folder, workspaceId, id.slice(-2), id);
  };
  return {
    async write(workspaceId, id, bytes, maxBytes) {
      const path = pathOf(workspaceId, id);
      const unfinished = `${path}.part`;
      await mkdir(dirname(path), { recursive: true });
      const meter = measureBytes(maxBytes);
      try {
        const source = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes;
        await pipeline(source, meter.stream, createWriteStream(unfinished, { mode: 0o600 }));
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      return meter.result();
    },
    async read(workspaceId, id, from = 0, to = Number.POSITIVE_INFINITY) {
      const path = pathOf(workspaceId, id);
      await stat(path).catch(() => {
        throw new AppError('not_found', 'There is no such file.');
      });
      return createReadStream(path, { start: from, end: to });
    },
    async remove(workspaceId, id) {
      await rm(pathOf(workspaceId, id), { force: true });
    },
    async removeAll(workspaceId) {
      if (isId(workspaceId)) await rm(join(folder, workspaceId), { recursive: true, force: true });
    },
    async check() {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
    },
  };
}
