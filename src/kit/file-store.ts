// Where the bytes of uploads and media are kept; by default on disk, in the installation's data folder.

import { constants, createReadStream, createWriteStream, type Stats } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import { measureBytes, type StoredBytes } from '#kit/measure-bytes.ts';

/** `writtenAt`: when the last byte came. */
export type ListedBytes = { id: string; size: number; writtenAt: Date };

export type FileStore = {
  /** Writes all of `bytes` or nothing; refuses with `too_large` past `maxBytes`. */
  write(workspaceId: string, id: string, bytes: Readable | Buffer, maxBytes: number): Promise<StoredBytes>;
  /** Throws `not_found` when there is no such file; `from` skips that many bytes, `to` is the last byte read. */
  read(workspaceId: string, id: string, from?: number, to?: number): Promise<Readable>;
  has(workspaceId: string, id: string): Promise<boolean>;
  remove(workspaceId: string, id: string): Promise<void>;
  /** Everything of a workspace, some hundred at a time, in no order. */
  list(workspaceId: string): AsyncIterable<readonly ListedBytes[]>;
  /** Removes what was begun and not finished, and not touched since `before`; answers how many. */
  sweepUnfinished(before: Date): Promise<number>;
  /** Removes every file of a workspace. */
  removeAll(workspaceId: string): Promise<void>;
  /** Throws, saying what is wrong, when files could not be kept. */
  check(): Promise<void>;
};

const UNFINISHED = '.part';

export function diskFileStore(folder: string): FileStore {
  const pathOf = (workspaceId: string, id: string) => {
    if (!isId(workspaceId) || !isId(id)) throw new AppError('not_found', 'There is no such file.');
    // The last digits are random: they spread files over folders.
    return join(folder, workspaceId, id.slice(-2), id);
  };
  return {
    async write(workspaceId, id, bytes, maxBytes) {
      const path = pathOf(workspaceId, id);
      const unfinished = `${path}${UNFINISHED}`;
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
    async has(workspaceId, id) {
      const path = pathOf(workspaceId, id);
      return (await statOf(path)) !== undefined;
    },
    async *list(workspaceId) {
      if (!isId(workspaceId)) return;
      for (const part of await namesIn(join(folder, workspaceId))) {
        const listed: ListedBytes[] = [];
        for (const id of (await namesIn(join(folder, workspaceId, part))).filter(isId)) {
          const found = await statOf(pathOf(workspaceId, id));
          if (found) listed.push({ id, size: found.size, writtenAt: found.mtime });
        }
        if (listed.length > 0) yield listed;
      }
    },
    async sweepUnfinished(before) {
      let swept = 0;
      for (const workspaceId of (await namesIn(folder)).filter(isId))
        for (const part of await namesIn(join(folder, workspaceId)))
          swept += await sweepFolder(join(folder, workspaceId, part), before, UNFINISHED);
      return swept;
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

/** Removes files of a folder whose names end so and that were not touched since `before`; answers how many. */
export async function sweepFolder(folder: string, before: Date, ending = ''): Promise<number> {
  let swept = 0;
  for (const name of (await namesIn(folder)).filter((each) => each.endsWith(ending))) {
    const path = join(folder, name);
    const found = await statOf(path);
    if (!found?.isFile() || found.mtime >= before) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}

/** None when there is no such folder. */
function namesIn(folder: string): Promise<string[]> {
  return absent(readdir(folder)).then((names) => names ?? []);
}

function statOf(path: string): Promise<Stats | undefined> {
  return absent(stat(path));
}

async function absent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as { code?: unknown }).code))) return undefined;
    throw error;
  }
}
