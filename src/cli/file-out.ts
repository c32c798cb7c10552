// A file on its way from the server: to standard output, or whole into its place.
import { open, rename, rm, stat } from 'node:fs/promises';
import { ReaderGone, WrongUsage } from './failures.ts';
import { type Io, write } from './io.ts';

/**
 * Bytes written. A file appears under its name only when all of it came; one that was there stays until then. Throws
 * what `broken` makes of a connection that ends too early, WrongUsage when the file cannot be written.
 */
export async function keepFile(
  io: Io,
  answer: Response,
  file: string | undefined,
  broken: (error: unknown) => Error,
): Promise<number> {
  if (file === undefined) return copy(io, answer, (bytes) => write(io, bytes), broken);
  // A device such as /dev/stdout cannot be put in place.
  const isDevice = await stat(file).then(
    (found) => !found.isFile(),
    () => false,
  );
  const target = isDevice ? file : `${file}.part`;
  const refuse = (error: unknown) => new WrongUsage(`${file} cannot be written: ${(error as Error).message}`);
  const handle = await open(target, 'w').catch((error) => {
    void answer.body?.cancel();
    throw refuse(error);
  });
  try {
    // Not write(), which may write less than it is given when the disk is nearly full, and says so only by a number.
    const put = (bytes: Uint8Array) =>
      handle.writeFile(bytes).catch((error) => Promise.reject(refuse(error)));
    const bytes = await copy(io, answer, put, broken);
    await handle.close();
    if (!isDevice) await rename(target, file);
    return bytes;
  } catch (error) {
    await handle.close().catch(() => {});
    if (!isDevice) await rm(target, { force: true });
    throw error;
  }
}

async function copy(
  io: Io,
  answer: Response,
  put: (bytes: Uint8Array) => Promise<void>,
  broken: (error: unknown) => Error,
): Promise<number> {
  let length = 0;
  const reader = answer.body?.getReader();
  if (!reader) return 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw io.signal.aborted || error instanceof ReaderGone ? error : broken(error);
    });
    if (done) return length;
    length += value.length;
    try {
      await put(value);
    } catch (error) {
      await reader.cancel().catch(() => {});
      throw error;
    }
  }
}
