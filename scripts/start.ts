// npm start — starts everything and tells where it is. Options: --empty (no demo), --only=web|worker.
import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.ts';
import type { Started } from '#app/start.ts';

const root = new URL('..', import.meta.url).pathname;

function readOptions() {
  try {
    const { values } = parseArgs({ options: { empty: { type: 'boolean' }, only: { type: 'string' } } });
    if (values.only !== undefined && values.only !== 'web' && values.only !== 'worker')
      throw new Error(`--only must be web or worker, not "${values.only}"`);
    return { demo: !values.empty, parts: { web: values.only !== 'worker', worker: values.only !== 'web' } };
  } catch (error) {
    return fail((error as Error).message);
  }
}

function fail(line: string): never {
  console.error(`Rondine did not start. ${line}`);
  process.exit(1);
}

/** The first signal stops in order, a second one at once. */
function stopOnSignals(started: Promise<Started>): void {
  let stopping = false;
  const onSignal = async () => {
    if (stopping) process.exit(130);
    stopping = true;
    console.log('\nStopping …');
    await started.then((running) => running.stop()).catch(() => {});
    process.exit(0);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.on('SIGHUP', onSignal);
}

function tell(started: Started): void {
  const lines: [string, string][] = [['Rondine', started.publicUrl]];
  lines.push(['API documentation', `${started.publicUrl}/docs/api`]);
  if (started.simulatorUrl) {
    lines.push(['Phone (simulated customers)', `${started.simulatorUrl}/phone`]);
    lines.push(['Mailbox (simulated)', `${started.simulatorUrl}/mailbox`]);
  }
  const { firstLogin } = started;
  if (firstLogin)
    lines.push([
      'First login',
      `${firstLogin.email}  ${firstLogin.password ?? '(the password in ADMIN_PASSWORD)'}`,
    ]);
  const width = Math.max(...lines.map(([name]) => name.length));
  console.log(
    `\n${lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')}\n\n  Ctrl-C stops everything.\n`,
  );
}

const options = readOptions();
try {
  const config = readConfig();
  // Loaded only now: a wrong setting is told at once.
  const { start } = await import('#app/start.ts');
  const starting = start({ root, config, ...options, say: (line) => console.log(line) });
  stopOnSignals(starting);
  tell(await starting);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
