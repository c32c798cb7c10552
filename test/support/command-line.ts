// A command run within the test’s own process, with what a shell would have around it.
import { Readable, Writable } from 'node:stream';
import { main } from '#cli/cli.ts';
import type { CliSettings } from '#cli/io.ts';

export type Around = {
  stdin?: string | Readable;
  /** Output goes to a terminal of 100 columns; otherwise to a pipe. */
  tty?: boolean;
  stdout?: Writable;
  signal?: AbortSignal;
};

export async function runCommand(args: string[], settings: CliSettings, around: Around) {
  const { stdin = '', tty = false, signal = new AbortController().signal } = around;
  const [out, err] = [sink(), sink()];
  const code = await main(args, {
    stdin: typeof stdin === 'string' ? Readable.from([stdin]) : stdin,
    stdout: Object.assign(around.stdout ?? out.stream, { isTTY: tty, ...(tty ? { columns: 100 } : {}) }),
    stderr: err.stream,
    settings,
    signal,
  });
  return {
    code,
    out: out.text(),
    err: err.text(),
    get json() {
      return JSON.parse(out.text());
    },
  };
}

function sink() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}
