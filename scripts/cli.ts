// npm run cli — the product's operations as commands; Ctrl-C stops in order, a second one at once.
import { readCliSettings } from '#app/config.ts';
import { main } from '#cli/cli.ts';

const stopping = new AbortController();
process.on('SIGINT', () => {
  if (stopping.signal.aborted) process.exit(130);
  stopping.abort();
});
const { stdin, stdout, stderr } = process;
const io = { stdin, stdout, stderr, settings: readCliSettings(), signal: stopping.signal };
// Not exit(): what was written may still be on its way.
process.exitCode = await main(process.argv.slice(2), io);
// A terminal that waits for a line would keep the process.
stdin.unref?.();
