// What a command line has around it: streams, settings, and the wish to stop.
import { once } from 'node:events';
import { addAbortSignal, type Readable, type Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ReaderGone } from './failures.ts';

export type CliSettings = {
  /** Address and key from the environment, when they are there. */
  url: string | undefined;
  key: string | undefined;
  /** Where `login` keeps them otherwise. */
  file: string;
  /** False when the person wants none. */
  color: boolean;
};

export type Io = {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean };
  settings: CliSettings;
  /** Aborts at Ctrl-C. */
  signal: AbortSignal;
};

/** All that comes on standard input; ends with an AbortError at Ctrl-C. */
export function readStdin({ stdin, signal }: Io): Promise<string> {
  return text(addAbortSignal(signal, stdin));
}

/** Waits until the reader has room. Throws ReaderGone when there is no reader any more, as behind `| head`. */
export async function write(io: Io, text: string | Uint8Array): Promise<void> {
  const { stdout, signal } = io;
  if (stdout.destroyed || stdout.errored) throw new ReaderGone();
  signal.throwIfAborted();
  if (stdout.write(text)) return;
  try {
    await once(stdout, 'drain', { signal });
  } catch (error) {
    throw signal.aborted ? error : new ReaderGone();
  }
}

/** A remark for the person, beside what is asked for. */
export function remark(io: Io, text: string): void {
  io.stderr.write(`${text}\n`);
}

/** Bold, where that can be seen. */
export function bold(io: Io, text: string): string {
  return io.stdout.isTTY && io.settings.color ? `\u001b[1m${text}\u001b[22m` : text;
}
