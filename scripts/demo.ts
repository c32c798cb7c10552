// npm run demo — the main job from the command line; exits 1 when the simulator's account differs from ours.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect } from './demo/api.ts';
import { runJourney } from './demo/journey.ts';
import { makeCsv } from './demo/make-csv.ts';
import { progressBar } from './demo/progress-bar.ts';
import { asTable, differences } from './demo/report.ts';
import { askSimulator } from './demo/simulator.ts';
import { startTemporaryServer } from './demo/temporary-server.ts';

const USAGE = `npm run demo -- [options]
  --contacts N       contacts to make up (default 1000)
  --csv FILE         import this file instead
  --json             print one object: contacts, imported, rejected, sent, delivered, read, failed, replied, optedOut, seconds
  --url URL --key KEY [--simulator URL]
                     use a running server and an API key of its workspace (default: a temporary server)`;

const root = new URL('..', import.meta.url).pathname;

function readOptions() {
  const { values } = parseArgs({
    options: {
      contacts: { type: 'string', default: '1000' },
      csv: { type: 'string' },
      json: { type: 'boolean', default: false },
      url: { type: 'string' },
      key: { type: 'string' },
      simulator: { type: 'string', default: 'http://127.0.0.1:4010' },
      help: { type: 'boolean', default: false },
    },
  });
  const contacts = Number(values.contacts);
  if (!Number.isInteger(contacts) || contacts < 1 || contacts > 1_000_000)
    throw new Error('--contacts must be a number from 1 to 1000000.');
  if (Boolean(values.url) !== Boolean(values.key)) throw new Error('--url and --key go together.');
  return { ...values, contacts };
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const say = (line: string) => console.error(line);
  const csv = new Blob([options.csv ? await readFile(options.csv) : makeCsv(options.contacts)]);
  if (!options.url) say('Starting a temporary server …');
  const temporary = options.url ? undefined : await startTemporaryServer(root, say);
  try {
    const server = connect(options.url?.replace(/\/+$/, '') ?? temporary!.url, options.key ?? temporary!.key);
    const simulator = askSimulator(temporary?.simulatorUrl ?? options.simulator);
    const { report, template, phoneNumberId } = await runJourney({
      server,
      simulator,
      csv,
      say,
      bar: () => progressBar(process.stderr),
    });
    console.log(options.json ? JSON.stringify(report) : `\n${asTable(report)}`);
    const found = differences(report, await simulator.accountOf(phoneNumberId, template));
    say(
      found.length === 0
        ? '\nThe simulator’s own account agrees.'
        : `\nThe accounts differ:\n  ${found.join('\n  ')}`,
    );
    return found.length === 0 ? 0 : 1;
  } finally {
    await temporary?.stop();
  }
}

try {
  process.exit(await main());
} catch (error) {
  console.error(`The demo did not finish. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
