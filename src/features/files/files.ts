// The front door of stored files: take bytes in with a row that says what they are, find them, drop them.
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileTypeFromBuffer } from 'file-type';
import { notFound } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import {
  deleteFileRow,
  findFile,
  findSameBytes,
  insertFile,
  type StoredFile,
  UNSHARED,
} from './files.store.ts';

export { type FileKeeper, whenFilesSwept } from './file-keepers.ts';

export { findFile, type StoredFile };

export type NewFile = {
  bytes: Readable | Buffer;
  name: string;
  purpose: string;
  /** Larger ones are refused with `too_large`. */
  maxBytes: number;
  /** Used where the bytes do not tell their kind (text, CSV). */
  declaredType?: string;
};

/**
 * Writes the bytes only, outside any transaction, which a slow sender would hold: `keepFile` the answer within one
 * afterwards, or `dropBytes`.
 */
export async function takeBytes(
  services: Pick<Services, 'files'>,
  workspaceId: string,
  file: NewFile,
  createdAt: Date,
): Promise<StoredFile> {
  const id = newId();
  const { size, sha256 } = await services.files.write(workspaceId, id, file.bytes, file.maxBytes);
  try {
    const found = await fileTypeFromBuffer(
      size === 0 ? Buffer.alloc(0) : await head(services, workspaceId, id),
    );
    return {
      id,
      bytesId: id,
      name: plainName(file.name),
      mimeType: found?.mime ?? file.declaredType ?? 'application/octet-stream',
      size,
      sha256,
      purpose: file.purpose,
      createdAt,
    };
  } catch (error) {
    await dropBytes(services, workspaceId, id);
    throw error;
  }
}

type KeepCall = Pick<Call, 'tx' | 'workspaceId' | 'services' | 'afterCommit'>;

/**
 * Writes the row of bytes that were taken. Where the workspace has a file of the same contents its bytes are shared,
 * and those that were taken go once the transaction is committed.
 */
export async function keepFile(call: KeepCall, file: StoredFile): Promise<void> {
  const { workspaceId, services } = call;
  const same = file.purpose === UNSHARED ? undefined : await findSameBytes(call, file);
  // Lost bytes are not shared: the new ones are there.
  const shared = same !== undefined && (await services.files.has(workspaceId, same));
  await insertFile(call, shared ? { ...file, bytesId: same } : file);
  if (shared) call.afterCommit(() => dropBytes(services, workspaceId, file.id));
}

/** Throws `not_found` when the bytes are gone; `from` skips that many bytes, `to` is the last one read. */
export function readFile(
  call: Pick<Call, 'workspaceId' | 'services'>,
  file: Pick<StoredFile, 'bytesId'>,
  from?: number,
  to?: number,
): Promise<Readable> {
  return call.services.files.read(call.workspaceId, file.bytesId, from, to);
}

/** The same by the file's id. */
export async function readFileById(
  call: Pick<Call, 'tx' | 'workspaceId' | 'services'>,
  id: string,
): Promise<Readable> {
  const file = await findFile(call, id);
  if (!file) throw notFound('file');
  return readFile(call, file);
}

/** Forgets bytes that have no row. */
export function dropBytes(services: Pick<Services, 'files'>, workspaceId: string, id: string): Promise<void> {
  return services.files.remove(workspaceId, id);
}

/** Drops the row, and bytes that no other file shares once the transaction is committed. */
export async function dropFile(call: KeepCall, id: string): Promise<void> {
  const unneeded = await deleteFileRow(call, id);
  if (unneeded) call.afterCommit(() => dropBytes(call.services, call.workspaceId, unneeded));
}

/** Enough of the beginning to tell any kind of file. */
const HEAD_BYTES = 4_200;

async function head(services: Pick<Services, 'files'>, workspaceId: string, id: string): Promise<Buffer> {
  return buffer(await services.files.read(workspaceId, id, 0, HEAD_BYTES - 1));
}

/** Without folders and control characters: names come from other people's machines. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'file';
}
