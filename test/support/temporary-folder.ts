// Folders that last as long as the test file that made them, in memory where there is plenty of it.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tests write much and keep nothing: a disk would be what they wait for. */
const IN_MEMORY = '/dev/shm';
/** Several installations at once take a part of it. */
const PLENTY_BYTES = 6_000_000_000;
const PREFIX = 'rondine-';
const ABANDONED_MS = 6 * 3_600_000;

const made: string[] = [];

/** A new, empty folder; `each-file.ts` removes it after the file's last test. */
export function temporaryFolder(): string {
  const folder = newFolder('files');
  made.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** A new, empty folder that the caller removes; the database's user can reach what is in it. */
export function newFolder(name: string): string {
  const folder = mkdtempSync(join(hasPlenty() ? IN_MEMORY : tmpdir(), `${PREFIX}${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}

function hasPlenty(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > PLENTY_BYTES && freemem() > PLENTY_BYTES;
  } catch {
    return false;
  }
}

/** What killed runs left in memory would stay until the machine ends. */
export function removeAbandonedFolders(): void {
  if (!hasPlenty()) return;
  for (const name of readdirSync(IN_MEMORY).filter((one) => one.startsWith(PREFIX))) {
    const folder = join(IN_MEMORY, name);
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > ABANDONED_MS) rmSync(folder, { recursive: true, force: true });
  }
}
